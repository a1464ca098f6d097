// A drawing as a picture of dots, for programs that cannot show SVG.
import { Told } from "./faults.js";
import { element } from "./parts.js";

/**
 * The bytes of a PNG at twice the size of the SVG text, and that size.
 * @param {string} svg
 */
export async function rasterised(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = [image.naturalWidth || 600, image.naturalHeight || 400];
  const canvas = element("canvas", { width: width * 2, height: height * 2 });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  if (!blob) throw new Told("This browser could not draw the picture as dots.");
  return { png: new Uint8Array(await blob.arrayBuffer()), width, height };
}

// A drawing as a picture of dots, for programs that cannot show SVG.

/** The bytes of a PNG at twice the size of the SVG text, and that size. */
export async function rasterised(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = [image.naturalWidth || 600, image.naturalHeight || 400];
  const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return { png: new Uint8Array(await blob.arrayBuffer()), width, height };
}

// The folder that lies open on the page: the one truth. Python is asked about it and gives another one back.
import { changes, fresh, newId } from "./folder-model.js";

const ENOUGH = 40; // new ids for whoever a form names
const newIds = () => Array.from({ length: ENOUGH }, () => newId("p"));

/**
 * `ask(act, args)` asks Python; `about()` gives the area and the day that a new folder begins with; `changed` hears of
 * every change.
 * @param {{ ask: (act: string, args: object) => Promise<any>, about: () => [area: string, today: string], changed: () => void }} of
 */
export function createDesk({ ask, about, changed }) {
  let folder = fresh(...about());
  let kept = folder; // as it was opened, or saved last
  let session = newId("r");
  let turn = 0; // a folder that is put away takes no reply any more

  /** @param {Folder} next */
  const set = (next) => {
    folder = next;
    changed();
  };

  /**
   * What Python makes of the folder takes its place. What was changed meanwhile is not lost: Python is asked anew. Gives
   * nothing where another folder lies here by then.
   * @param {string} act
   * @param {object} args
   */
  const through = async (act, args) => {
    const mine = turn;
    for (;;) {
      const sent = folder;
      const reply = await ask(act, { folder: sent, session, ...args });
      if (mine !== turn) return null;
      if (folder !== sent) continue;
      if (reply.folder) set(reply.folder);
      return reply;
    }
  };

  return {
    set,
    through,
    newIds,
    folder: () => folder,
    editing: () => session,
    isFor: () => {
      const mine = turn;
      return () => mine === turn;
    },
    /**
     * It has been saved as it is there.
     * @param {Folder} as
     */
    keep: (as) => {
      kept = as;
      changed();
    },
    /** @param {string} [open] the id of a form that is being changed */
    unsaved: (open) => new Set([...changes(kept, folder), ...(open ? [open] : [])]).size,
    /**
     * Another folder lies here from now on; it counts as saved where it is as its file has it.
     * @param {Folder} next
     */
    lieDown: (next, isKept = true) => {
      turn += 1;
      kept = isKept ? next : { ...next, people: [], items: [] };
      set(next);
    },
    empty: () => {
      turn += 1;
      session = newId("r");
      folder = fresh(...about());
      kept = folder;
      changed();
    },
  };
}

// The folder that lies open on the page: the one truth. Python is asked about it and gives another one back.
import { changedAnswers, fresh, newId } from "./folder-model.js";

const ENOUGH = 40; // new ids for whoever a form names
const newIds = () => Array.from({ length: ENOUGH }, () => newId("p"));

/**
 * `ask(act, args)` asks Python; `about()` gives the area and the day that a new folder begins with; `changed` hears of
 * every change.
 * @param {{ ask: (act: string, args: object) => Promise<any>, about: () => [area: string, today: string], changed: () => void }} of
 */
export function createDesk({ ask, about: begun, changed }) {
  let folder = fresh(...begun());
  let kept = folder; // as it was opened, or saved last
  let session = newId("r");
  /** @type {Promise<unknown>} */
  let pending = Promise.resolve(); // until then Python makes another folder of this one
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
  const through = (act, args) => {
    const work = made(act, args);
    pending = Promise.allSettled([pending, work]);
    return work;
  };

  /** @type {(act: string, args: object) => Promise<any>} */
  const made = async (act, args) => {
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

  /**
   * What Python says of the folder as it is once everything that was asked for before is in it. Gives nothing where another
   * folder lies here by then.
   * @param {string} act
   * @param {() => object} args what goes with it at that time
   */
  const about = async (act, args) => {
    const mine = turn;
    for (;;) {
      await pending;
      const sent = folder;
      const reply = await ask(act, { folder: sent, ...args() });
      if (mine !== turn) return null;
      if (folder === sent) return reply;
    }
  };

  return {
    set,
    through,
    about,
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
    /** @param {{ id: string, pairs: Pair[] } | null} [open] what stands in a form that is being changed */
    unsaved: (open) => changedAnswers(kept, folder, open ?? null),
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
      folder = fresh(...begun());
      kept = folder;
      changed();
    },
  };
}

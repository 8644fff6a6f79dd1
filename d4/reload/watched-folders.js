import { statSync, watch } from 'node:fs';
import { join } from 'node:path';
/** Folders that are watched for the names that matter in them. A file is watched by its folder: whoever writes by renaming puts another file in its place. */
export class WatchedFolders {
    #told;
    #watched = new Map();
    #matters = () => true;
    /** `told` is called when something that matters may have changed. */
    constructor(told) {
        this.#told = told;
    }
    /** Watches these folders and no others; tells whether all of them can be watched. */
    watch(folders, matters) {
        this.#matters = matters;
        for (const folder of this.#watched.keys())
            if (!folders.has(folder))
                this.#end(folder);
        return [...folders].map(folder => this.#begin(folder)).every(begun => begun);
    }
    close() {
        for (const folder of this.#watched.keys())
            this.#end(folder);
    }
    #begin(folder) {
        try {
            const inode = statSync(folder).ino;
            // A folder that was made anew is another one, of which its watcher knows nothing.
            if (this.#watched.get(folder)?.inode === inode)
                return true;
            this.#end(folder);
            const watcher = watch(folder, { persistent: false }, (_event, name) => {
                if (name === null || this.#matters(join(folder, name)))
                    this.#told();
            });
            watcher.on('error', () => this.#end(folder));
            this.#watched.set(folder, { inode, end: () => watcher.close() });
            return true;
        }
        catch {
            this.#end(folder);
            return false;
        }
    }
    #end(folder) {
        this.#watched.get(folder)?.end();
        this.#watched.delete(folder);
    }
}

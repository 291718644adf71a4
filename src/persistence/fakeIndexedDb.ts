import * as fake from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';

/** For tests: a browser that has stored nothing yet. `vi.unstubAllGlobals` takes it away. */
export function stubIndexedDb(): IDBFactory {
  const factory = new fake.IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  return factory;
}

/** Another connection, as from another tab, that trusts what it reads and keeps no order. */
export const openRaw = () => openDB('gradpad');

/** The browser closes a connection by itself. */
export function closeByForce(database: IDBDatabase): void {
  // Its type asks for the class, its code for an instance.
  fake.forceCloseDatabase(database as unknown as typeof IDBDatabase);
}

// Writes every value of an SQLite database into a text file, one a line, unpacked as far as they can be: run by the Node that
// runs n8n, which has SQLite in it. `readDatabase.mjs <database> <file>`
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const [, , file, target] = process.argv;
const database = new DatabaseSync(file);
const lines = [];

/** Each text of a JSON text by itself: in execution data they refer to each other by number. */
function read(value, where) {
	if (value instanceof Uint8Array) {
		lines.push(`${where}: ${Buffer.from(value).toString('latin1')}`);
		for (const unpack of [gunzipSync, inflateSync, brotliDecompressSync]) {
			try {
				read(unpack(value).toString(), where);
			} catch {
				// It is not packed in this way.
			}
		}
	} else if (typeof value === 'string') {
		lines.push(`${where}: ${value}`);
		if (/^\s*[[{"]/.test(value)) {
			try {
				const parsed = JSON.parse(value);
				if (parsed !== value) read(parsed, where);
			} catch {
				// It only looks like JSON.
			}
		}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, one] of Object.entries(value)) {
			read(key, where);
			read(one, where);
		}
	}
}

const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
for (const { name } of tables) {
	for (const row of database.prepare(`SELECT * FROM "${name}"`).all()) {
		for (const [column, value] of Object.entries(row)) read(value, `${name}.${column}`);
	}
}
database.close();
writeFileSync(target, lines.join('\n'));
console.log(`${tables.length} tables, ${lines.length} texts`);

import { tailOf } from './processes.mjs';

/**
 * Says why something could not go on.
 * @param {string} what
 * @param {Error & { log?: string }} reason with the log to look into, if any
 */
export function explain(what, reason) {
	const tail = reason.log ? tailOf(reason.log) : '';
	if (tail) console.error(`\nEnd of ${reason.log}:\n${tail}`);
	// A plain Error is a sentence for the reader; any other kind is a fault of ours, where the stack helps.
	console.error(`\n${what} could not go on: ${reason.name === 'Error' ? reason.message : stackOf(reason)}`);
}

/** tsx names a compiled module by its whole text. */
function stackOf({ stack }) {
	return stack.replace(/data:text\/javascript,\S+filePath=([^:?]+)\S*/g, (_, path) => decodeURIComponent(path));
}

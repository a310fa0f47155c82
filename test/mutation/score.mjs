// What a report says of the mutants that were drawn: by folder, for all of them, and the survivors.
// node test/mutation/score.mjs coverage/mutation/shared.json

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The bounds, 0 to 1, between which the share of all lies with a certainty of 95 %, where so many of so many were noticed (Wilson). */
function bounds(noticed, tried) {
	const z = 1.96;
	const share = noticed / tried;
	const middle = share + (z * z) / (2 * tried);
	const width = z * Math.sqrt((share * (1 - share)) / tried + (z * z) / (4 * tried * tried));
	return [middle - width, middle + width].map((bound) => bound / (1 + (z * z) / tried));
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

const { files } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const mutants = Object.entries(files).flatMap(([file, of]) => of.mutants.map((mutant) => ({ ...mutant, file })));
const tried = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';

console.log('| folder | tried | noticed | of those took too long |\n| --- | --- | --- | --- |');
const folders = new Map();
for (const mutant of tried) {
	const folder = dirname(mutant.file).replace(/^nodes\//, '');
	folders.set(folder, [...(folders.get(folder) ?? []), mutant]);
}
for (const [folder, of] of [...folders].sort(([a], [b]) => a.localeCompare(b))) {
	const late = of.filter(({ status }) => status === 'Timeout').length;
	console.log(`| \`${folder}\` | ${of.length} | ${percent(of.filter(isNoticed).length / of.length)} | ${late} |`);
}
const noticed = tried.filter(isNoticed).length;
const [least, most] = bounds(noticed, tried.length);
console.log(
	`\n${noticed} of ${tried.length} (of ${mutants.length}): ${percent(noticed / tried.length)}, ${percent(least)} to ${percent(most)}\n`,
);
for (const { id, status, file, location, mutatorName, replacement, testsCompleted } of tried) {
	if (status !== 'Survived' && status !== 'NoCoverage') continue;
	const { start, end } = location;
	console.log(`${id} ${file}:${start.line}:${start.column} ${mutatorName} (${testsCompleted ?? 0} tests)`);
	const lines = files[file].source.split('\n').slice(start.line - 1, end.line);
	// Only what is replaced, and the line that it begins in.
	const replaced = lines.map((text, at) => (at === end.line - start.line ? text.slice(0, end.column - 1) : text));
	console.log(`    ${lines[0].trim()}`);
	console.log(`    - ${replaced.join('\n').slice(start.column - 1)}\n    + ${replacement}`);
}

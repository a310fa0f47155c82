import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../architecture/imports';
import { collect, patternsIn, type Pattern } from './find';
import { overflowFor, slowTextFor } from './growth';
import { hostileTexts } from './hostile';
import type { Searched } from './search';

const { patterns, unknown } = patternsIn();
let searched: Searched[];

beforeAll(() => {
	const script = path.join(__dirname, 'search.ts');
	searched = JSON.parse(
		execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: root, encoding: 'utf8' }),
	) as Searched[];
});

describe('every regular expression that ships', () => {
	it('is found, and known to the letter', () => {
		expect(unknown).toEqual([]);
		expect(patterns.length).toBeGreaterThan(200);
		const found = { patterns: [] as Pattern[], unknown: [] as string[] };
		const text =
			'const A = "x"; export const all = [/a+/gi, new RegExp(`^${A}$`, "i"), RegExp(String.raw`\\d`), new RegExp(b)];';
		collect('nodes/a.ts', found, text);
		expect(found.patterns.map(({ source, flags }) => `/${source}/${flags}`)).toEqual(['/a+/gi', '/^x$/i', '/\\d/']);
		expect(found.unknown).toEqual(['nodes/a.ts:1']);
	});

	describe.each(patterns.map((pattern, index) => ({ ...pattern, index })))('$place /$source/$flags', (pattern) => {
		const { index, ...known } = pattern;

		it('is searched with hostile texts', () => {
			expect(searched[index]).toMatchObject(known);
			expect(hostileTexts(known).length).toBeGreaterThan(0);
		});

		it('takes time that grows with the length of the text', () => {
			expect(searched[index]?.slow).toBeUndefined();
		});

		it('has room on the stack for a text of 10 MB', () => {
			expect(searched[index]?.overflow).toBeUndefined();
		});
	});
});

describe('a pattern that fills the stack', () => {
	// Each of them once stood in the sources.
	it.each([
		String.raw`^[!-~]+(?: [!-~]+)*$`,
		String.raw`^\d{12,}$`,
		String.raw`^[A-Za-z_]\w*(\.\w+|\[\d+\])*$`,
		String.raw`^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*=`,
		String.raw`"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)`,
	])('is noticed: %s', (source) => {
		expect(overflowFor({ source, flags: source.includes(String.raw`\p`) ? 'u' : '' }, 10_000_000)).toBeDefined();
	});
});

describe('a pattern that is worse than linear', () => {
	// Each of them once stood in the sources.
	it.each([
		String.raw`^(.+?)\s+(after start|before end)$`,
		String.raw`^(.+?)\s*[x×*]\s*(\d+)$`,
		String.raw`^([+\-−])\s*(.+)$`,
		String.raw`\s*[-–—−~]\s*`,
		String.raw`\d.*(?:[-–—−~/]|\bto\b).*\d`,
		String.raw`\p{L}{3,}\.?,? \d{1,2}`,
		String.raw`"(?:[^"\\]|\\.)*"|[\s\S]`,
		String.raw`\/+$`,
		String.raw`^(?<label>[^\d([]+?|\p{L}[^\s([]*(?=\s*[([]))\s*[:,]?\s*(?:[([]\s*(?<inner>.+?)\s*[)\]]|(?<outer>\d.*))$`,
	])('is noticed: %s', (source) => {
		const flags = source.includes(String.raw`\p`) ? 'u' : '';
		expect(slowTextFor({ place: '', source, flags })).toBeDefined();
	});
});

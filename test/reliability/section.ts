import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../architecture/imports';

const PAGE = path.join(root, 'docs/reliability.md');

/**
 * A part of docs/reliability.md that is made by a test. It prints what it found and holds the page to it;
 * `npm run test:reliability -- --write` writes it into the page instead.
 */
export function section(name: string): { hold: (found: string) => void; text: () => string } {
	const [begin, end] = [`<!-- ${name}: made by npm run test:reliability -->`, `<!-- end of ${name} -->`];
	const parts = () => {
		const [before = '', rest = ''] = readFileSync(PAGE, 'utf8').split(begin);
		const [text = '', after = ''] = rest.split(end);
		return { before, text: text.trim(), after };
	};
	return {
		text: () => parts().text,
		hold(found) {
			process.stdout.write(`\n${found}\n`);
			const { before, text, after } = parts();
			if (process.env.AGENT_STATE_RELIABILITY_WRITE === 'yes') {
				writeFileSync(PAGE, `${before}${begin}\n\n${found.trim()}\n\n${end}${after}`);
			} else expect(text).toBe(found.trim());
		},
	};
}

import { parse } from 'yaml';

import { read, root } from '../architecture/imports';
import { newestOf, OLDEST } from '../compat/versions.mjs';

const newest = newestOf(root);

it('the README names the oldest n8n and the newest that is tested', () => {
	expect(read('README.md')).toContain(`works in n8n ${OLDEST} and newer; it is tested with ${OLDEST} and ${newest}.`);
	expect(read('release/readme.ts')).toContain(`works in n8n ${OLDEST} and newer.`);
});

it('both are tried on every push', () => {
	const { jobs } = parse(read('.github/workflows/ci.yml')) as {
		jobs: { versions: { strategy: { matrix: { n8n: string[] } } } };
	};
	expect(jobs.versions.strategy.matrix.n8n).toEqual([OLDEST, newest]);
});

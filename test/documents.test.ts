import { existsSync } from 'node:fs';
import path from 'node:path';
import { pages, renewed, textOf } from './support/documents/reference';

it.each(pages)('%s describes every operation and field as they are (npm run docs)', (page, service) => {
	expect(textOf(page)).toBe(renewed(page, service));
});

it.each(pages.flatMap(([, { resources }]) => resources))('the README names all of $option.name', (resource) => {
	const names = resource.operations.map(({ option }) => option.name).join(', ');
	expect(textOf('README.md')).toContain(`${resource.option.name}: **${names}**`);
});

it.each(['README.md', 'CONTRIBUTING.md', ...pages.map(([page]) => page)])(
	'%s links only to files that exist',
	(page) => {
		const links = [...textOf(page).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)].map(
			(match) => match[1] ?? '',
		);
		const missing = links.filter((link) => !existsSync(path.resolve(__dirname, '..', path.dirname(page), link)));
		expect(missing).toEqual([]);
	},
);

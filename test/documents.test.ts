import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { conpeek } from '../nodes/Conpeek/service';
import { conversations } from '../nodes/Twilio/Conversations/service';
import { frontline } from '../nodes/Twilio/Frontline/service';
import { taskRouter } from '../nodes/Twilio/TaskRouter/service';
import type { Field, Service } from '../nodes/shared/operation/operation';
import { voipNow } from '../nodes/VoipNow/service';

const root = path.resolve(__dirname, '..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const pages: Array<[string, Service]> = [
	['docs/twilio-taskrouter.md', taskRouter],
	['docs/twilio-frontline.md', frontline],
	['docs/twilio-conversations.md', conversations],
	['docs/voipnow.md', voipNow],
	['docs/conpeek.md', conpeek],
];

/** Leaf fields as the editor shows them; notices say nothing that could be set. */
function leaves(fields: Field[]): Field[] {
	return fields.flatMap((field) => {
		if (field.type === 'notice') return [];
		if (field.type !== 'collection') return [field];
		return leaves((field.options ?? []).filter((option): option is Field => 'type' in option));
	});
}

describe.each(pages)('%s', (page, { resources }) => {
	const operations = resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ resource: resource.option.name, operation })),
	);

	it.each(operations)('and the README name $resource: $operation.option.name with all its fields', (one) => {
		const { option, fields } = one.operation;
		expect(textOf('README.md')).toContain(`${one.resource}: **${option.name}**`);
		expect(textOf(page)).toContain(`## ${one.resource}: ${option.name}`);
		for (const { displayName } of leaves(fields)) expect(textOf('README.md')).toContain(displayName);
	});
});

it.each(['README.md', 'CONTRIBUTING.md', ...pages.map(([page]) => page)])(
	'%s links only to files that exist',
	(page) => {
		const links = [...textOf(page).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)].map(
			(match) => match[1] ?? '',
		);
		expect(links.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
	},
);

import type { Manifest } from './contents';

/** Where the project lives, as package.json says: nothing else decides it. */
export interface Home {
	/** Page of the repository. */
	web: string;
	/** Where its files are served as they are, for the pictures of README.md. */
	raw: string;
	/** Address of the author. */
	email: string;
}

export function homeOf({ repository, author }: Pick<Manifest, 'repository' | 'author'>): Home {
	const [, place = ''] = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(repository.url) ?? [];
	if (place === '') throw new Error(`package.json: "${repository.url}" is no git+https://github.com/OWNER/NAME.git`);
	return {
		web: `https://github.com/${place}`,
		raw: `https://raw.githubusercontent.com/${place}/main`,
		email: author.email,
	};
}

/** Whether author and repository are still the ones that stand for the real ones. */
export const isPlaceholder = ({ email }: Home): boolean => email.endsWith('.invalid');

/** A text with every address of a repository called like the package at its home. @param name of the package */
export function atHome(text: string, { web, raw }: Home, name: string): string {
	const address = (host: string) => new RegExp(String.raw`https://${host}/[\w.-]+/${name}(?![\w-])`, 'g');
	return text
		.replace(address(String.raw`github\.com`), web)
		.replace(new RegExp(String.raw`https://raw\.githubusercontent\.com/[\w.-]+/${name}/[\w.-]+(?=/)`, 'g'), raw);
}

/** Files that may mention the repository. */
export const MENTIONING = /(?:^|\/)(?!package-lock)[^/]+\.(?:md|json|ts|mjs|js|ya?ml)$/;

import { excerpt, excerpts, wholePages } from './page';

describe("the excerpts of the vendors' pages", () => {
	const pages = wholePages();
	const stands = pages.length > 0 ? it : it.skip;

	stands.each(excerpts())('stand there byte for byte (needs ../shared/seeds): %s %s', (vendor, name) => {
		expect(pages.some((page) => page.includes(excerpt(vendor, name)))).toBe(true);
	});
});

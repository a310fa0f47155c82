import type { INodeTypeDescription } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';

import type { Owner } from '../n8n/owner';

const PACK = 'n8n-nodes-agent-state';

/** n8n takes this long at most, on a busy machine. */
const PATIENCE_MS = 30_000;

/** How long a node takes to open, until it is tried again, and how often that is done. */
const PANEL_MS = 8000;
const PANEL_TRIES = 4;

/** What a person has done so far. A key such as Escape counts as a click. */
export interface Effort {
	clicks: number;
	/** fields that were typed into */
	texts: number;
}

/** Drives n8n's editor as a person does. This is the only place that knows n8n's page. */
export class Editor {
	readonly effort: Effort = { clicks: 0, texts: 0 };

	/** @param url of the editor */
	constructor(
		readonly page: Page,
		readonly url: string,
	) {
		page.setDefaultTimeout(PATIENCE_MS);
	}

	// What a person does with a hand.

	async click(target: Locator): Promise<void> {
		await target.click();
		this.effort.clicks += 1;
	}

	/** Types into a field, and clicks into it before unless the page has put the cursor there. */
	async type(field: Locator, text: string): Promise<void> {
		await field.waitFor();
		const hasCursor = await field.evaluate<boolean>('(element) => element === document.activeElement');
		if (!hasCursor) await this.click(field);
		await field.fill(text);
		this.effort.texts += 1;
	}

	private async press(key: string): Promise<void> {
		await this.page.keyboard.press(key);
		this.effort.clicks += 1;
	}

	// The pages.

	async signIn({ email, password }: Owner): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.type(this.page.locator('input[name="emailOrLdapLoginId"]'), email);
		await this.type(this.page.locator('input[name="password"]'), password);
		await this.click(this.page.getByTestId('form-submit-button'));
		// The editor goes to its home page by itself; going elsewhere before that would be undone.
		await this.page.waitForURL('**/home/**');
	}

	async isSignedIn(): Promise<boolean> {
		return (await this.page.request.get(`${this.url}/rest/login`)).ok();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	async openEmptyWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-first-step-button').waitFor();
	}

	/** What n8n tells the editor about every node of this pack, by their types. */
	async nodeTypes(): Promise<ReadonlyMap<string, INodeTypeDescription>> {
		const answer = await this.page.request.get(`${this.url}/types/nodes.json`);
		const types = (await answer.json()) as INodeTypeDescription[];
		return new Map(
			types
				.filter(({ name }) => name.startsWith(`${PACK}.`))
				.map((description) => [description.name, description]),
		);
	}

	// The canvas.

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Runs the workflow that is open. @param lastNode its success ends the run */
	async runWorkflow(lastNode: string): Promise<void> {
		await this.click(this.page.getByTestId('execute-workflow-button').first());
		await this.node(lastNode).getByTestId('canvas-node-status-success').waitFor();
	}

	async zoomToFit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
	}

	/** Until no toast about a run covers the page, nothing moves any more, and the editor hears its server. */
	async waitForQuiet(): Promise<void> {
		await this.page.waitForTimeout(6000);
		await this.page.getByText('Connection lost').waitFor({ state: 'hidden' });
	}

	// The panel in which people look for nodes.

	/** Opens it on an empty canvas. */
	async addFirstStep(): Promise<void> {
		await this.click(this.page.getByTestId('canvas-add-first-step-button'));
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** Opens it behind a node. */
	async addAfter(name: string): Promise<void> {
		await this.click(this.node(name).getByTestId('canvas-handle-plus').first());
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** What the panel finds for a word. */
	async search(word: string): Promise<string[]> {
		await this.type(this.page.getByTestId('node-creator-search-bar'), word);
		await this.page.waitForTimeout(300);
		return await this.page.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Takes what the panel found. */
	async take(name: string): Promise<void> {
		await this.click(this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).first());
	}

	// An opened node.

	get panel(): Locator {
		return this.page.getByTestId('ndv');
	}

	/**
	 * Opens a node. On a busy machine the editor draws the canvas anew when it hears the end of a run, perhaps between the two
	 * clicks, and the double click is lost: a person clicks again, and so does this.
	 */
	async openNode(name: string): Promise<void> {
		this.effort.clicks += 2;
		for (let tries = 1; ; tries += 1) {
			await this.node(name).dblclick();
			const opens = this.panel.waitFor({ timeout: PANEL_MS }).then(() => true);
			if (await opens.catch(() => false)) break;
			if (tries === PANEL_TRIES) throw new Error(`The node "${name}" does not open.`);
		}
		await this.page.waitForTimeout(1500);
	}

	async closeNode(): Promise<void> {
		await this.press('Escape');
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** A field of the form, by its internal name. */
	field(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`).first();
	}

	/** Chooses in a field that has a list of its own. */
	async choose(field: string, option: string): Promise<void> {
		await this.click(this.field(field).locator('input').first());
		await this.click(this.options.getByText(option, { exact: true }).first());
	}

	private get options(): Locator {
		return this.page.locator('.el-select-dropdown__item:visible');
	}

	async fill(field: string, text: string): Promise<void> {
		await this.type(this.field(field).locator('input, textarea').first(), text);
	}

	/** Opens the list of a locator. */
	async openList(field: string): Promise<Locator> {
		await this.click(this.locator(field).getByTestId('rlc-input'));
		return this.page.getByTestId('rlc-item');
	}

	async chooseFromList(field: string, words: string): Promise<void> {
		const items = await this.openList(field);
		await this.click(items.filter({ hasText: words }).first());
	}

	/** Types into a locator in another of its modes, such as *By Name*. */
	async chooseBy(field: string, mode: string, text: string): Promise<void> {
		await this.click(this.locator(field).getByTestId('rlc-mode-selector'));
		await this.click(this.options.getByText(mode, { exact: true }).first());
		await this.type(this.locator(field).getByTestId('rlc-input').locator('input').first(), text);
	}

	private locator(field: string): Locator {
		return this.panel.getByTestId(`resource-locator-${field}`);
	}

	/** Runs the node that is open, and waits until n8n has a result or a message. */
	async runStep(): Promise<void> {
		await this.click(this.panel.getByTestId('node-execute-button'));
		await this.page
			.getByTestId('ndv-executing')
			.waitFor({ state: 'visible', timeout: 2000 })
			.catch(() => undefined);
		await this.page.getByTestId('ndv-executing').waitFor({ state: 'hidden' });
	}

	// What it has put out.

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** The headings of the table that the node has put out. */
	async columns(): Promise<string[]> {
		return await this.output.locator('thead th').allInnerTexts();
	}

	/** The cells of the table, row by row. */
	async rows(): Promise<string[][]> {
		const rows = await this.output.locator('tbody tr').all();
		return await Promise.all(rows.map(async (row) => await row.locator('td').allInnerTexts()));
	}

	/** What n8n shows in place of a table, where the node has failed. */
	async problem(): Promise<string> {
		const parts = [this.page.getByTestId('node-error-message'), this.page.getByTestId('node-error-description')];
		const texts = await Promise.all(parts.map(async (part) => await part.allInnerTexts()));
		return texts.flat().join('\n');
	}

	/** Rows of the output's table that are wholly inside the window. */
	async countRowsOnScreen(): Promise<number> {
		const height = this.page.viewportSize()?.height ?? 0;
		const rows = await this.output.locator('tbody tr').all();
		const boxes = await Promise.all(rows.map(async (row) => await row.boundingBox()));
		return boxes.filter((box) => box && box.height > 0 && box.y >= 0 && box.y + box.height <= height).length;
	}
}

import type { INodeTypeDescription } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';

import type { Owner } from '../n8n/owner';

const PACK = 'n8n-nodes-agent-state';

/** n8n takes this long at most, on a busy machine. */
const PATIENCE_MS = 90_000;

/** How soon the page puts the cursor into a field by itself, or shows a table, if it does. */
const BY_ITSELF_MS = 2000;

/** How long a node takes to open, until it is tried again, and how often that is done. */
const PANEL_MS = 8000;
const PANEL_TRIES = 4;

/** The same for a page. */
const PAGE_MS = 30_000;
const PAGE_TRIES = 3;

/** Whether what may fail to happen in its time has happened. */
const succeeds = async (wait: Promise<unknown>): Promise<boolean> =>
	await wait.then(
		() => true,
		() => false,
	);

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
		// Whether to leave a workflow that is not saved; playwright would stay.
		page.on('dialog', (dialog) => void dialog.accept());
	}

	// What a person does with a hand.

	async click(target: Locator): Promise<void> {
		await target.click();
		this.effort.clicks += 1;
	}

	/** Types into a field, and clicks into it before unless the page puts the cursor there. */
	async type(field: Locator, text: string): Promise<void> {
		await field.waitFor();
		const getsCursor = field.and(this.page.locator(':focus')).waitFor({ timeout: BY_ITSELF_MS });
		if (!(await succeeds(getsCursor))) await this.click(field);
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

	/** On a busy machine the page may come without its workflow: a person loads it again, and so does this. */
	async openWorkflow(id: string): Promise<void> {
		for (let tries = 1; ; tries += 1) {
			await this.page.goto(`${this.url}/workflow/${id}`);
			if (await succeeds(this.page.getByTestId('canvas-node').first().waitFor({ timeout: PAGE_MS }))) return;
			if (tries === PAGE_TRIES) throw new Error(`The workflow "${id}" does not open.`);
		}
	}

	/** A new workflow from the home page, as a person makes it. */
	async startWorkflow(): Promise<void> {
		await this.click(this.page.getByTestId('add-resource-workflow'));
		await this.page.getByTestId('canvas-plus-button').waitFor();
	}

	async openEmptyWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-plus-button').waitFor();
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

	/** Runs the workflow from one of its triggers; where there are several, each has a button of its own. */
	async runFrom(trigger: string): Promise<void> {
		await this.node(trigger).hover();
		const own = this.page.getByTestId(`execute-workflow-button-${trigger}`);
		const common = this.page.getByTestId('execute-workflow-button').first();
		await this.click((await own.isVisible()) ? own : common);
	}

	/** The names of the nodes that are marked red on the canvas, with what is wrong there. */
	async issues(): Promise<string[]> {
		const marked = this.page.getByTestId('canvas-node').filter({ has: this.page.getByTestId('node-issues') });
		return await Promise.all(
			(await marked.all()).map(
				async (node) => `"${(await node.getAttribute('data-node-name')) ?? '?'}" is marked red`,
			),
		);
	}

	/** What the toasts say that are on the screen. */
	async toast(): Promise<string> {
		return (await this.page.locator('.el-notification').allInnerTexts()).join(' | ');
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
		await this.click(this.page.getByTestId('canvas-plus-button'));
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

	/** The triggers and actions that the panel lists for a node. */
	async offered(): Promise<string[]> {
		const items = this.page.locator('[data-keyboard-nav-type="action"]').getByTestId('node-creator-item-name');
		await items.first().waitFor();
		return await items.allInnerTexts();
	}

	/** From a node's actions back to the search. */
	async backInPanel(): Promise<void> {
		await this.click(this.page.getByTestId('nodes-list-header').locator('button').first());
		await this.page.getByTestId('node-creator-search-bar').waitFor();
	}

	/** Takes one of the actions that the panel lists for a node; n8n opens the new node by itself. */
	async takeAction(words: string): Promise<void> {
		const action = this.page.locator('[data-keyboard-nav-type="action"]').filter({ hasText: words }).first();
		const closed = this.page.getByTestId('node-creator-category-item').filter({ hasText: 'Actions (' });
		await action.or(closed).first().waitFor();
		// Behind a trigger's actions, those of the node are folded up.
		if (!(await action.isVisible())) await this.click(closed);
		await this.click(action);
		await this.panel.waitFor();
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
			if (await succeeds(this.panel.waitFor({ timeout: PANEL_MS }))) break;
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
		await this.fillLocator(field, text);
	}

	/** Types into a locator, in the mode in which it is. */
	async fillLocator(field: string, text: string): Promise<void> {
		await this.type(this.locator(field).getByTestId('rlc-input'), text);
	}

	/** Adds an entry to a field that holds several, of a kind where there are several. */
	async addEntry(field: string, kind: string): Promise<void> {
		await this.click(this.panel.getByTestId(`fixed-collection-${field}`).locator('.el-select input').last());
		await this.click(this.options.getByText(kind, { exact: true }).first());
	}

	private locator(field: string): Locator {
		return this.panel.getByTestId(`resource-locator-${field}`);
	}

	// A credential of the node that is open.

	async newCredential(): Promise<void> {
		await this.click(this.panel.getByTestId('node-credentials-select').first());
		await this.click(this.page.getByTestId('node-credentials-select-item-new').first());
		await this.credential.waitFor();
	}

	private get credential(): Locator {
		return this.page.getByTestId('credential-edit-dialog');
	}

	async fillCredential(field: string, text: string): Promise<void> {
		await this.type(
			this.credential.getByTestId(`parameter-input-${field}`).locator('input, textarea').first(),
			text,
		);
	}

	/**
	 * Saves the credential, which n8n tests then. It closes the form of one that works.
	 * @returns all that the form says of one that does not
	 */
	async saveCredential(): Promise<string | undefined> {
		const tested = this.page.waitForResponse((response) => response.url().endsWith('/rest/credentials/test'));
		await this.click(this.page.getByTestId('credential-save-button'));
		await tested;
		const refusal = this.credential.getByText('Couldn’t connect with these settings').locator('visible=true');
		const closed = this.page.locator('body:not(:has([data-test-id="credential-edit-dialog"]))');
		// What is there from the test before goes first.
		await this.page.waitForTimeout(1000);
		await refusal.or(closed).first().waitFor();
		if (!(await refusal.isVisible())) return undefined;
		const more = this.credential.getByText('More details');
		if (await more.isVisible()) await this.click(more);
		return await this.credential.innerText();
	}

	/** The name of the credential that the node has. */
	async credentialName(): Promise<string> {
		return await this.panel.getByTestId('node-credentials-select').locator('input').first().inputValue();
	}

	/** Runs the node that is open, and waits until n8n has a result or a message. */
	async runStep(): Promise<void> {
		await this.click(this.panel.getByTestId('node-execute-button'));
		await succeeds(this.page.getByTestId('ndv-executing').waitFor({ state: 'visible', timeout: 2000 }));
		await this.page.getByTestId('ndv-executing').waitFor({ state: 'hidden' });
		const succeeded = this.output.getByTestId('node-run-status-success');
		await succeeded.or(this.failure).first().waitFor();
	}

	private get failure(): Locator {
		return this.page.getByTestId('node-error-message');
	}

	// What it has put out.

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** Shows the output as a table, if n8n shows it otherwise; not where it shows what went wrong. */
	private async showTable(): Promise<void> {
		const table = this.output.locator('thead th').first();
		await succeeds(table.or(this.failure).first().waitFor({ timeout: BY_ITSELF_MS }));
		if (await table.isVisible()) return;
		const button = this.output.getByTestId('radio-button-table');
		if (await button.isVisible()) await this.click(button);
	}

	/** The headings of the table that the node has put out. */
	async columns(): Promise<string[]> {
		await this.showTable();
		return await this.output.locator('thead th').allInnerTexts();
	}

	/** The cells of the table, row by row. */
	async rows(): Promise<string[][]> {
		await this.showTable();
		const rows = await this.output.locator('tbody tr').all();
		return await Promise.all(rows.map(async (row) => await row.locator('td').allInnerTexts()));
	}

	/** Some columns of the table, row by row. */
	async cells(names: string[]): Promise<string[][]> {
		const columns = await this.columns();
		return (await this.rows()).map((row) => names.map((name) => row[columns.indexOf(name)] ?? ''));
	}

	/** Shows another output of the node, such as *Picture*. */
	async showOutput(name: string): Promise<void> {
		await this.click(this.output.getByTestId('branches').getByText(name).first());
	}

	/** Shows the first file of the output as n8n shows pictures. @returns its size in pixels as it was drawn */
	async viewFile(): Promise<{ width: number; height: number; top: number; bottom: number }> {
		const view = this.output.getByTestId('ndv-view-binary-data').first();
		if (!(await view.isVisible()))
			await this.click(this.output.getByTestId('ndv-run-data-display-mode').getByText('Binary'));
		await this.click(view);
		const picture = this.output.locator('img').first();
		await picture.waitFor();
		const natural = await picture.evaluate(
			async (image: { decode(): Promise<void>; naturalWidth: number; naturalHeight: number }) => {
				await image.decode();
				return { width: image.naturalWidth, height: image.naturalHeight };
			},
		);
		const box = await picture.boundingBox();
		return { ...natural, top: box?.y ?? -1, bottom: (box?.y ?? -1) + (box?.height ?? 0) };
	}

	/** The first columns of the table whose cells are wholly on the screen, none of them cut off. */
	async columnsOnScreen(): Promise<string[]> {
		await this.showTable();
		const panel = await this.output.boundingBox();
		const right = Math.min(panel ? panel.x + panel.width : 0, this.page.viewportSize()?.width ?? 0);
		const names: string[] = [];
		for (const heading of await this.output.locator('thead th').all()) {
			const box = await heading.boundingBox();
			const isWhole = await heading.evaluate(
				(cell: { scrollWidth: number; clientWidth: number }) => cell.scrollWidth <= cell.clientWidth,
			);
			if (!box || box.x + box.width > right || !isWhole) break;
			names.push(await heading.innerText());
		}
		return names;
	}

	/** What n8n shows in place of a table, where the node has failed. */
	async problem(): Promise<string> {
		const parts = [this.failure, this.page.getByTestId('node-error-description')];
		const texts = await Promise.all(parts.map(async (part) => await part.allInnerTexts()));
		return texts.flat().join('\n');
	}

	/** How high the rows of the output's table are, in pixels. */
	async rowHeights(): Promise<number[]> {
		const rows = await this.output.locator('tbody tr').all();
		const boxes = await Promise.all(rows.map(async (row) => await row.boundingBox()));
		return boxes.map((box) => Math.round(box?.height ?? 0));
	}

	/** Rows of the output's table that are wholly inside the window. */
	async countRowsOnScreen(): Promise<number> {
		const height = this.page.viewportSize()?.height ?? 0;
		const rows = await this.output.locator('tbody tr').all();
		const boxes = await Promise.all(rows.map(async (row) => await row.boundingBox()));
		return boxes.filter((box) => box && box.height > 0 && box.y >= 0 && box.y + box.height <= height).length;
	}
}

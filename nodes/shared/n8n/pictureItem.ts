import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readText } from './parameters';

/** A picture as a file: the name without its ending, which has the page's number where there are several. */
export interface PictureFile {
	png: Uint8Array;
	name: string;
	page: number;
	pages: number;
}

/** An item with a picture in its binary data, in the field that the form names. */
export async function pictureItem(
	context: IExecuteFunctions,
	json: IDataObject,
	{ png, name, page, pages }: PictureFile,
): Promise<INodeExecutionData> {
	const file = pages === 1 ? `${name}.png` : `${name}-${page}.png`;
	const binary = await context.helpers.prepareBinaryData(Buffer.from(png), file, 'image/png');
	return { json, binary: { [readText(context, 'pictureField') || 'data']: binary }, pairedItem: { item: 0 } };
}

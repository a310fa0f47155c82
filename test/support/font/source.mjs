/** Code points, both included: what most people in Europe and the Americas are called, and signs. */
export const COMMON = [
	[0x20, 0x7e],
	// Latin-1, Latin Extended-A, and of B Azerbaijani and Romanian
	[0xa0, 0x17f],
	[0x18f, 0x18f],
	[0x218, 0x21b],
	[0x259, 0x259],
	// Greek
	[0x386, 0x386],
	[0x388, 0x38a],
	[0x38c, 0x38c],
	[0x38e, 0x3a1],
	[0x3a3, 0x3ce],
	// Cyrillic, with Ukrainian and Kazakh
	[0x400, 0x45f],
	[0x490, 0x493],
	[0x49a, 0x49b],
	[0x4a2, 0x4a3],
	[0x4ae, 0x4b1],
	[0x4d8, 0x4d9],
	[0x4e8, 0x4e9],
	// Welsh, and the German capital sharp s
	[0x1e80, 0x1e85],
	[0x1e9e, 0x1e9e],
	// Punctuation and signs
	[0x2010, 0x2015],
	[0x2018, 0x201e],
	[0x2020, 0x2022],
	[0x2026, 0x2026],
	[0x2030, 0x2030],
	[0x2032, 0x2033],
	[0x2039, 0x203a],
	[0x20ac, 0x20ac],
	[0x2116, 0x2116],
	[0x2122, 0x2122],
	[0x2190, 0x2193],
	[0x21c4, 0x21c4],
	[0x2212, 0x2212],
	// Stands for every letter that is missing
	[0x25a1, 0x25a1],
];

/** Vietnamese, and Chinese in Latin letters. */
export const ALL = [...COMMON, [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1cd, 0x1dc], [0x1ea0, 0x1ef9]];

const HEADER = `// Made by test/support/font/make.mjs; do not edit.
//
// DejaVu Sans Condensed 2.37 as pixels, for a picture that has to be drawn where no font is installed. Its licence wants to be
// told:
//
// Fonts are (c) Bitstream. DejaVu changes are in public domain. Glyphs imported from Arev fonts are (c) Tavmjong Bah,
// who grants the same in the same words.
//
// Copyright (c) 2003 by Bitstream, Inc. All Rights Reserved. Bitstream Vera is a trademark of Bitstream, Inc.
//
// Copyright (c) 2006 by Tavmjong Bah. All Rights Reserved.
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of the fonts accompanying this license
// ("Fonts") and associated documentation files (the "Font Software"), to reproduce and distribute the Font Software,
// including without limitation the rights to use, copy, merge, publish, distribute, and/or sell copies of the Font
// Software, and to permit persons to whom the Font Software is furnished to do so, subject to the following
// conditions:
//
// The above copyright and trademark notices and this permission notice shall be included in all copies of one or more
// of the Font Software typefaces.
//
// The Font Software may be modified, altered, or added to, and in particular the designs of glyphs or characters in
// the Fonts may be modified and additional glyphs or characters may be added to the Fonts, only if the fonts are
// renamed to names not containing either the words "Bitstream" or the word "Vera".
//
// This License becomes null and void to the extent applicable to Fonts or Font Software that has been modified and is
// distributed under the "Bitstream Vera" names.
//
// The Font Software may be sold as part of a larger software package but no copy of one or more of the Font Software
// typefaces may be sold by itself.
//
// THE FONT SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
// TO ANY WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF COPYRIGHT, PATENT,
// TRADEMARK, OR OTHER RIGHT. IN NO EVENT SHALL BITSTREAM OR THE GNOME FOUNDATION BE LIABLE FOR ANY CLAIM, DAMAGES OR
// OTHER LIABILITY, INCLUDING ANY GENERAL, SPECIAL, INDIRECT, INCIDENTAL, OR CONSEQUENTIAL DAMAGES, WHETHER IN AN
// ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF THE USE OR INABILITY TO USE THE FONT SOFTWARE OR FROM
// OTHER DEALINGS IN THE FONT SOFTWARE.
//
// Except as contained in this notice, the names of Gnome, the Gnome Foundation, and Bitstream Inc., shall not be used
// in advertising or otherwise to promote the sale, use or other dealings in this Font Software without prior written
// authorization from the Gnome Foundation or Bitstream Inc., respectively. For further information, contact: fonts at
// gnome dot org.

/** A typeface at one size. */
export interface Face {
	/**
	 * Base64, letter after letter: the code point (two bytes, low first), the advance, the column and row that it starts
	 * at from the pen (signed; rows count up from the base line), width, height, and its pixels row after row in halves of
	 * bytes, the high half first: 0 (nothing) to 15 (ink). After each 0 and 15 comes how often it is repeated.
	 */
	letters: string;
}
`;

const LINE = 108;

export function sourceOf(faces) {
	const parts = [...faces].map(([{ name, css }, drawn]) => {
		const text = Buffer.concat(drawn.map(bytesOf)).toString('base64');
		const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
		const quoted = lines.map((line) => `\t\t'${line}',`).join('\n');
		return `/** ${css.replaceAll('"', '')} */\nexport const ${name}: Face = {\n\tletters: [\n${quoted}\n\t].join(''),\n};\n`;
	});
	return [HEADER, ...parts].join('\n');
}

function bytesOf({ code, advance, left, top, width, height, alpha }) {
	const halves = packed(alpha);
	const bytes = Array.from({ length: Math.ceil(halves.length / 2) }, (_, index) => {
		return halves[index * 2] * 16 + (halves[index * 2 + 1] ?? 0);
	});
	return Buffer.from([code % 256, code >> 8, advance, left & 255, top & 255, width, height, ...bytes]);
}

/** Runs of nothing and of ink, up to 16 pixels long, take two halves: the pixel, and how often it comes again. */
function packed(alpha) {
	const halves = [];
	for (let index = 0; index < alpha.length;) {
		const pixel = alpha[index];
		const end = alpha.findIndex((other, at) => at > index && other !== pixel);
		const run = pixel > 0 && pixel < 15 ? 1 : Math.min(16, (end === -1 ? alpha.length : end) - index);
		halves.push(pixel, ...(pixel > 0 && pixel < 15 ? [] : [run - 1]));
		index += run;
	}
	return halves;
}

/** Runs in the browser, so it may use nothing from outside. */
export function drawGlyphs({ css, ranges }) {
	const size = 64;
	const [penX, penY] = [20, 40];
	const canvas = document.createElement('canvas');
	canvas.width = size;
	canvas.height = size;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (context === null) throw new Error('no canvas');
	context.font = css;
	return ranges
		.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
		.map((code) => {
			const text = String.fromCodePoint(code);
			context.clearRect(0, 0, size, size);
			context.fillText(text, penX, penY);
			const { data } = context.getImageData(0, 0, size, size);
			const at = (x, y) => Math.round((data[(y * size + x) * 4 + 3] ?? 0) / 17);
			let [left, top, right, bottom] = [size, size, 0, 0];
			for (let y = 0; y < size; y++) {
				for (let x = 0; x < size; x++) {
					if (at(x, y) === 0) continue;
					[left, right] = [Math.min(left, x), Math.max(right, x + 1)];
					[top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
				}
			}
			const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
			const alpha = Array.from({ length: width * height }, (_, index) =>
				at(left + (index % width), top + Math.floor(index / width)),
			);
			const isEmpty = width === 0;
			return {
				code,
				advance: Math.round(context.measureText(text).width),
				left: isEmpty ? 0 : left - penX,
				top: isEmpty ? 0 : penY - top,
				width,
				height,
				alpha,
			};
		});
}

/** The width of a picture in pixels. On a screen of 1440 pixels, n8n shows it beside the form at half this width. */
export const WIDTH = 904;

/** The height of an agent's row, in pixels. */
export const ROW = 32;

/** Around all, in pixels. */
export const MARGIN = 16;

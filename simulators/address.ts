/** Parts of a request's address as on the wire: the path undecoded, the query decoded. */
export function splitAddress(address: string): { path: string; query: URLSearchParams } {
	const mark = address.indexOf('?');
	if (mark === -1) return { path: address, query: new URLSearchParams() };
	return { path: address.slice(0, mark), query: new URLSearchParams(address.slice(mark + 1)) };
}

import { own } from '../../own';
import type { Call } from '../call';
import { notFound } from '../refusal';
import type { Resource } from '../resource';
import type { EventSchema, EventType, SchemaVersion } from './eventStreamsState';

const SCHEMAS = '/v1/Schemas';

export const eventTypes: Resource<EventType> = {
	key: 'types',
	path: '/v1/Types',
	maxPageSize: 1000,
	all: ({ state }) => Object.values(state.eventTypes),
	find: (name, { state }) => own(state.eventTypes, name),
	filters: {
		SchemaId: (raw) => (type) => type.schema_id === raw,
	},
	render: ({ sid: type, ...stored }, { base }) => ({
		type,
		...stored,
		documentation_url: null,
		url: `${base}/v1/Types/${type}`,
		links: { schema: `${base}${SCHEMAS}/${stored.schema_id}/Versions` },
	}),
};

/** Single schemas only: there is no list of them. */
export const schemas: Resource<EventSchema> = {
	key: 'schemas',
	path: SCHEMAS,
	all: ({ state }) => Object.values(state.schemas),
	find: (id, { state }) => own(state.schemas, id),
	render: ({ sid: id, versions }, { base }) => ({
		id,
		url: `${base}${SCHEMAS}/${id}`,
		links: { versions: `${base}${SCHEMAS}/${id}/Versions` },
		latest_version_date_created: versions.at(-1)?.date_created ?? null,
		latest_version: versions.length,
	}),
};

export const schemaVersions: Resource<SchemaVersion> = {
	key: 'schema_versions',
	path: `${SCHEMAS}/{Id}/Versions`,
	maxPageSize: 1000,
	all: versionsOf,
	find: (version, call) => versionsOf(call).find(({ sid }) => sid === version),
	render: ({ sid: version, id, date_created: created }, { base }) => ({
		id,
		schema_version: Number(version),
		date_created: created,
		url: `${base}${SCHEMAS}/${id}/Versions/${version}`,
		raw: `https://events-schemas.twilio.com/${id}/${version}`,
	}),
};

function versionsOf({ state, params, path }: Call): SchemaVersion[] {
	const schema = own(state.schemas, params.Id);
	if (!schema) throw notFound(path);
	return schema.versions;
}

import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Ports } from './services';

/** A database and keys in Redis of this run's own. */
export interface Storage {
	/** The variables that lead n8n there. */
	env: NodeJS.ProcessEnv;
	query(sql: string, values?: unknown[]): Promise<Array<Record<string, unknown>>>;
	/** Removes both. */
	remove(): Promise<void>;
}

interface Connection {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: Array<Record<string, unknown>> }>;
	end(): Promise<void>;
}
type Postgres = { Client: new (options: object) => Connection };

interface Keys {
	scan(cursor: string, ...options: string[]): Promise<[cursor: string, keys: string[]]>;
	del(...keys: string[]): Promise<number>;
	quit(): Promise<unknown>;
}
type Redis = new (options: object) => Keys;

/** @param root of the project: the clients are those that n8n itself uses */
export async function openStorage(root: string, ports: Ports): Promise<Storage> {
	const load = createRequire(join(root, 'demo/bootstrap/n8n/package.json'));
	const { Client } = load('pg') as Postgres;
	const RedisClient = load('ioredis') as Redis;
	const name = `agent_state_queue_${process.pid}`;
	const user = process.env.PGUSER ?? 'postgres';
	const at = { host: '127.0.0.1', port: ports.postgres, user, password: process.env.PGPASSWORD ?? '' };
	const connect = async (database: string) => {
		const client = new Client({ ...at, database });
		await client.connect();
		return client;
	};
	const admin = await connect('postgres');
	await admin.query(`CREATE DATABASE ${name}`);
	const own = await connect(name);
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: at.host,
			DB_POSTGRESDB_PORT: String(at.port),
			DB_POSTGRESDB_DATABASE: name,
			DB_POSTGRESDB_USER: user,
			DB_POSTGRESDB_PASSWORD: at.password,
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(ports.redis),
			QUEUE_BULL_PREFIX: name,
			N8N_REDIS_KEY_PREFIX: name,
		},
		query: async (sql, values) => (await own.query(sql, values)).rows,
		async remove() {
			await own.end();
			await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
			await admin.end();
			await removeKeys(new RedisClient({ host: '127.0.0.1', port: ports.redis }), name);
		},
	};
}

async function removeKeys(redis: Keys, prefix: string): Promise<void> {
	let cursor = '0';
	do {
		const [next, keys] = await redis.scan(cursor, 'MATCH', `*${prefix}*`, 'COUNT', '1000');
		if (keys.length > 0) await redis.del(...keys);
		cursor = next;
	} while (cursor !== '0');
	await redis.quit();
}

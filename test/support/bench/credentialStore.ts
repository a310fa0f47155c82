import { Credentials, type PackageDirectoryLoader } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	injectDomainRestrictionFields,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { BenchNodeTypes, sourceOf } from './nodeTypes';

interface Stored {
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** n8n's credentials, kept in memory instead of its database; the pack's real credential types do the rest. */
export class CredentialStore extends ICredentialsHelper {
	/** How often a credential was read, which in n8n costs a query and a decryption. */
	reads = 0;

	private readonly stored = new Map<string, Stored>();

	constructor(private readonly loader: PackageDirectoryLoader) {
		super();
	}

	/** @returns the reference that a node carries */
	keep(type: string, data: ICredentialDataDecryptedObject): INodeCredentialsDetails {
		this.stored.set(type, { type, data: structuredClone(data) });
		return { id: type, name: type };
	}

	getParentTypes(name: string): string[] {
		const parents = this.typeOf(name).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const merged: INodeProperties[] = [];
		const credentialType = this.typeOf(type);
		for (const parent of credentialType.extends ?? []) {
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		// n8n adds the fields of a credential's allowed domains when it loads the type.
		NodeHelpers.mergeNodeProperties(merged, injectDomainRestrictionFields(credentialType));
		return merged;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		reference: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads++;
		const original = structuredClone(this.find(reference).data);
		if (raw) return await Promise.resolve(original);
		const filled = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			original as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (original.oauthTokenData !== undefined) filled.oauthTokenData = original.oauthTokenData;
		if (!resolve) return await this.resolveAlone(filled, mode);
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = resolve;
		return workflow.expression.getParameterValue(
			filled as INodeParameters,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
			false,
			filled,
		) as ICredentialDataDecryptedObject;
	}

	/** Without a run, as in the editor, n8n resolves a credential's own expressions against nothing but the credential. */
	private async resolveAlone(
		filled: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const node: INode = {
			id: 'mock',
			name: '',
			typeVersion: 1,
			type: 'bench.source',
			position: [0, 0],
			parameters: filled as INodeParameters,
		};
		const nodeTypes = new BenchNodeTypes(this.loader, sourceOf([]));
		const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		await expression.acquireIsolate();
		try {
			return expression.getComplexParameterValue(
				node,
				filled as INodeParameters,
				mode,
				{},
				undefined,
				undefined,
				filled,
			) as ICredentialDataDecryptedObject;
		} finally {
			await expression.releaseIsolate();
		}
	}

	async getCredentials(reference: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const credentials = new Credentials({ id: reference.id, name: reference.name }, type);
		await credentials.setData(structuredClone(this.find(reference).data));
		return credentials;
	}

	async updateCredentials(
		reference: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.find(reference).data = structuredClone(data);
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(
		reference: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const kept = this.find(reference);
		kept.data = structuredClone({
			...kept.data,
			...(data.oauthTokenData && { oauthTokenData: data.oauthTokenData }),
		});
		await Promise.resolve();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(type);
		if (typeof authenticate !== 'function') throw new Error(`${type} has no authenticate method`);
		return await authenticate(credentials, request);
	}

	/** n8n's own rule: only a type with an expirable hidden field logs in, when that is empty or was refused. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = this.typeOf(type);
		const token = properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!token || !preAuthentication || !(credentials[token.name] === '' || expired)) return undefined;
		const output = (await preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		if (output[token.name] === undefined) return undefined;
		const reference = node.credentials?.[type];
		if (reference) await this.updateCredentials(reference, type, { ...this.find(reference).data, ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		await Promise.resolve(undefined);
	}

	private typeOf(name: string): ICredentialType {
		return this.loader.getCredential(name).type;
	}

	private find({ id }: INodeCredentialsDetails): Stored {
		const kept = this.stored.get(id ?? '');
		if (!kept) throw new Error(`No credential ${String(id)}`);
		return kept;
	}
}

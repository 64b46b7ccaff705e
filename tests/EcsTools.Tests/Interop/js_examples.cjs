// Runs the examples in the reference of the AWS SDK for JavaScript against the ECS whose URL is given. Only placeholders and IDs that ECS generates are replaced. Prints the examples that ran.
const fs = require('node:fs');
const path = require('node:path');
const sdk = require('@aws-sdk/client-ecs');

const client = new sdk.ECSClient({ endpoint: process.argv[2], region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
const call = (operation, input) => client.send(new sdk[`${operation}Command`](input));
const role = 'arn:aws:iam::123456789012:role/r';
const container = { name: 'simple-app', image: 'httpd:2.4', memory: 64, portMappings: [{ containerPort: 80 }] };
const resources = [['CPU', 8192], ['MEMORY', 16384]].map(([name, integerValue]) => ({ name, type: 'INTEGER', integerValue }));

// The examples assume these resources. The first function creates them, and returns what replaces their IDs.
async function prepare() {
  for (const clusterName of ['default', 'dev', 'my-cluster', 'MyCluster', 'example', 'ECS-project-update-cluster', 'test-task-protection']) await call('CreateCluster', { clusterName });
  const instances = {};
  for (const cluster of ['default', 'MyCluster', 'test-task-protection']) instances[cluster] = id((await call('RegisterContainerInstance', { cluster, totalResources: resources, versionInfo: { agentVersion: '1.0.0' } })).containerInstance.containerInstanceArn);
  for (const family of [...Array(8).fill('hello_world'), 'console-sample-app-static', 'ecs-demo', 'my-app', 'fargate-task', 'Example-task-definition', 'sleep360', 'hello-world', 'amazon-ecs-sample'])
    await call('RegisterTaskDefinition', { family, taskRoleArn: role, containerDefinitions: [container] });
  await call('RegisterTaskDefinition', { family: 'exec', taskRoleArn: role, containerDefinitions: [{ ...container, name: 'MyContainer' }] });
  for (const family of ['MyTaskDefinition', 'MyTaskDefinition']) await call('RegisterTaskDefinition', { family, networkMode: 'awsvpc', containerDefinitions: [container] });
  await call('DeregisterTaskDefinition', { taskDefinition: 'Example-task-definition:1' });
  for (const name of ['MyCapacityProvider1', 'MyCapacityProvider2', 'ExampleCapacityProvider']) await call('CreateCapacityProvider', { name, autoScalingGroupProvider: { autoScalingGroupArn: name } });
  const instanceLaunchTemplate = { ec2InstanceProfileArn: 'arn:aws:iam::123456789012:instance-profile/p', networkConfiguration: { subnets: ['subnet-1'] } };
  await call('CreateCapacityProvider', { name: 'my-capacity-provider', cluster: 'my-cluster', managedInstancesProvider: { infrastructureRoleArn: role, instanceLaunchTemplate } });
  await call('CreateService', { serviceName: 'my-http-service', taskDefinition: 'hello_world', desiredCount: 0 });
  await call('CreateService', { cluster: 'MyCluster', serviceName: 'MyService', deploymentController: { type: 'EXTERNAL' }, desiredCount: 0 });
  await call('CreateService', { cluster: 'example', serviceName: 'sd-example', taskDefinition: 'hello_world', desiredCount: 0 });
  await call('CreateService', { serviceName: 'my-blue-green-service', taskDefinition: 'hello_world', desiredCount: 0 });
  await call('CreateService', { cluster: 'test-task-protection', serviceName: 'web', taskDefinition: 'hello_world', desiredCount: 1 });
  await sdk.waitUntilServicesStable({ client, maxWaitTime: 60, minDelay: 1 }, { cluster: 'test-task-protection', services: ['web'] });
  const ofService = (await call('ListTasks', { cluster: 'test-task-protection', serviceName: 'web' })).taskArns[0];
  const taskSet = (await call('CreateTaskSet', { cluster: 'MyCluster', service: 'MyService', taskDefinition: 'hello_world' })).taskSet.id;
  const task = (await call('RunTask', { taskDefinition: 'hello_world' })).tasks[0].taskArn;
  const other = (await call('RunTask', { cluster: 'MyCluster', taskDefinition: 'exec', enableExecuteCommand: true })).tasks[0].taskArn;
  await sdk.waitUntilTasksRunning({ client, maxWaitTime: 60, minDelay: 1 }, { cluster: 'MyCluster', tasks: [other] });
  const deployment = (await call('ListServiceDeployments', { cluster: 'example', service: 'sd-example' })).serviceDeployments[0].serviceDeploymentArn;
  const revision = (await call('DescribeServiceDeployments', { serviceDeploymentArns: [deployment] })).serviceDeployments[0].targetServiceRevision.arn;
  return [
    [/arn:aws:ecs:[\w-]+:(\d+|aws_account_id)/g, 'arn:aws:ecs:us-east-1:123456789012'], [/<aws_account_id>/g, '123456789012'],
    [/container_instance_UUID|f6bbb147-\w+-\w+-\w+-\w+|f2756532-\w+-\w+-\w+-\w+/g, instances.default], [/(1c3be8ed|4c543eed|53ac7152)-\w+-\w+-\w+-\w+/g, instances.MyCluster],
    [/[\w:-]+service-deployment\/[\w-]+\/sd-example\/[\w-]+/g, deployment], [/[\w:-]+service-revision\/testc\/[\w-]+\/\d+/g, revision],
    [/c5cba4eb-\w+-\w+-\w+-\w+/g, id(task)], [/1dc5c17a-\w+-\w+-\w+-\w+/g, id(other)], [/d789e943\w+/g, id(other)], [/b8b1cf53\w+/g, id(ofService)], [/ecs-svc\/1234567890123456789/g, taskSet],
  ];
}

// These need what other examples create, or a pause that their service doesn't have here; a gateway is protected from deletion by default.
const others = /paused|daemon deployments$|daemon revisions|update a daemon$|gateway route$|service revision with a monitoring|custom attribute|stop a service deployment|delete a gateway/;
const order = ['Register', 'Put', 'Create', 'Associate', 'Run', 'Start', 'Update', 'Describe', 'List', 'Get', 'Disassociate', 'Deregister', 'Delete'];
const id = arn => arn.split('/').at(-1);

function* examples() {
  const folder = path.join(path.dirname(require.resolve('@aws-sdk/client-ecs/package.json')), 'dist-types/commands');
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('Command.d.ts'))) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8').replace(/^ \* ?/gm, '').replaceAll('*\\/', '*/').replace(/^(\s+)([\w]+-[\w-]+):/gm, '$1"$2":');
    for (const [, title, code, operation] of text.matchAll(/@example ([^\n]+)\n```javascript\n([\s\S]*?)const command = new (\w+)Command\(/g))
      yield { title, operation, input: new Function(`${code}; return input;`)() };
  }
}

(async () => {
  const replaced = await prepare();
  const place = example => (order.findIndex(verb => example.operation.startsWith(verb)) + order.length) % order.length;
  for (const { title, operation, input } of [...examples()].filter(example => !others.test(example.title)).sort((one, other) => place(one) - place(other))) {
    const filled = JSON.parse(replaced.reduce((text, [from, to]) => text.replace(from, to), JSON.stringify(input)));
    try {
      if (operation === 'DeleteService') await call('UpdateService', { service: input.service, desiredCount: 0 });
      await call(operation, filled);
    } catch (error) {
      if (input.taskRoleArn === '' && /Role is not valid/.test(error.message)) continue; // The example is older than this check of ECS.
      console.error(`${title}: ${error.name}: ${error.message} ${JSON.stringify(filled)}`);
      process.exitCode = 1;
    }
    console.log(title);
  }
})().catch(error => { console.error(error.message); process.exitCode = 1; });

"""What people do with boto3, against the ECS whose URL is given. Prints the operations that were called; fails where one is not as it should be."""
import datetime
import sys

import boto3
from botocore.exceptions import ClientError

ecs = boto3.client("ecs", endpoint_url=sys.argv[1])
called = set()
ecs.meta.events.register("before-call.ecs.*", lambda model, **_: called.add(model.name))
CLUSTER = "harbour"


def wait(waiter, **arguments):
    ecs.get_waiter(waiter).wait(WaiterConfig={"Delay": 0.05, "MaxAttempts": 400}, **arguments)


def only(items):
    (item,) = items
    return item


# Clusters
cluster = ecs.create_cluster(clusterName=CLUSTER, tags=[{"key": "team", "value": "sea"}])["cluster"]
assert cluster["status"] == "ACTIVE", cluster
assert only(ecs.describe_clusters(clusters=[CLUSTER], include=["TAGS"])["clusters"])["tags"] == [{"key": "team", "value": "sea"}]
ecs.create_cluster(clusterName="other")
names = [arn for page in ecs.get_paginator("list_clusters").paginate(PaginationConfig={"PageSize": 1}) for arn in page["clusterArns"]]
assert len(names) == 2, names

# Task definitions
for image in "nginx:1", "nginx:2":
    ecs.register_task_definition(family="web", containerDefinitions=[{"name": "web", "image": image, "memory": 64, "portMappings": [{"containerPort": 80}]}])
pages = list(ecs.get_paginator("list_task_definitions").paginate(familyPrefix="web", PaginationConfig={"PageSize": 1}))
assert [len(page["taskDefinitionArns"]) for page in pages if page["taskDefinitionArns"]] == [1, 1], pages
assert ecs.list_task_definition_families()["families"] == ["web"]
definition = ecs.describe_task_definition(taskDefinition="web")["taskDefinition"]
assert (definition["revision"], definition["containerDefinitions"][0]["image"]) == (2, "nginx:2"), definition

# Container instances
for zone in "abc":
    ecs.register_container_instance(
        cluster=CLUSTER,
        totalResources=[{"name": "CPU", "type": "INTEGER", "integerValue": 2048}, {"name": "MEMORY", "type": "INTEGER", "integerValue": 4096}],
        attributes=[{"name": "ecs.availability-zone", "value": "us-east-1" + zone}],
    )
instances = ecs.list_container_instances(cluster=CLUSTER, filter="attribute:ecs.availability-zone != us-east-1c")["containerInstanceArns"]
assert len(instances) == 2, instances
described = ecs.describe_container_instances(cluster=CLUSTER, containerInstances=instances)["containerInstances"]
assert all(isinstance(one["registeredAt"], datetime.datetime) for one in described), described

# A service: created, waited for, rolled out, scaled
service = ecs.create_service(cluster=CLUSTER, serviceName="web", taskDefinition="web:1", desiredCount=3)["service"]
assert service["deployments"][0]["rolloutState"] == "IN_PROGRESS", service
wait("services_stable", cluster=CLUSTER, services=["web"])
assert len(ecs.list_services(cluster=CLUSTER)["serviceArns"]) == 1
ecs.update_service(cluster=CLUSTER, service="web", taskDefinition="web:2", desiredCount=4)
wait("services_stable", cluster=CLUSTER, services=["web"])
service = only(ecs.describe_services(cluster=CLUSTER, services=["web"])["services"])
assert service["runningCount"] == 4 and service["taskDefinition"].endswith("web:2"), service
assert isinstance(service["events"][0]["createdAt"], datetime.datetime)

# Tasks: of the service and on their own
tasks = [arn for page in ecs.get_paginator("list_tasks").paginate(cluster=CLUSTER, serviceName="web", PaginationConfig={"PageSize": 3}) for arn in page["taskArns"]]
assert {task["lastStatus"] for task in ecs.describe_tasks(cluster=CLUSTER, tasks=tasks)["tasks"]} == {"RUNNING"}
ecs.stop_task(cluster=CLUSTER, task=tasks[0], reason="enough")
wait("tasks_stopped", cluster=CLUSTER, tasks=[tasks[0]])
stopped = only(ecs.describe_tasks(cluster=CLUSTER, tasks=[tasks[0]])["tasks"])
assert (stopped["stoppedReason"], stopped["containers"][0]["exitCode"]) == ("enough", 0), stopped
alone = only(ecs.run_task(cluster=CLUSTER, taskDefinition="web")["tasks"])
wait("tasks_running", cluster=CLUSTER, tasks=[alone["taskArn"]])
placed = ecs.start_task(cluster=CLUSTER, taskDefinition="web", containerInstances=instances)
assert (len(placed["tasks"]), placed["failures"]) == (2, []), placed

# Tags, draining
ecs.tag_resource(resourceArn=service["serviceArn"], tags=[{"key": "stage", "value": "prod"}, {"key": "owner", "value": "me"}])
ecs.untag_resource(resourceArn=service["serviceArn"], tagKeys=["owner"])
assert ecs.list_tags_for_resource(resourceArn=service["serviceArn"])["tags"] == [{"key": "stage", "value": "prod"}]
drained = ecs.update_container_instances_state(cluster=CLUSTER, containerInstances=instances[:1], status="DRAINING")["containerInstances"]
assert only(drained)["status"] == "DRAINING", drained

# Errors come as botocore's own
try:
    ecs.list_services(cluster="nosuch")
    raise AssertionError("nosuch was found")
except ecs.exceptions.ClusterNotFoundException as error:
    assert error.response["Error"]["Message"] == "Cluster not found.", error.response
try:
    ecs.run_task(cluster=CLUSTER, taskDefinition="nosuch")
    raise AssertionError("nosuch was run")
except ClientError as error:
    assert error.response["Error"]["Code"] == "ClientException", error.response

# All goes
ecs.delete_service(cluster=CLUSTER, service="web", force=True)
wait("services_inactive", cluster=CLUSTER, services=["web"])
for arn in ecs.list_container_instances(cluster=CLUSTER)["containerInstanceArns"]:
    ecs.deregister_container_instance(cluster=CLUSTER, containerInstance=arn, force=True)
assert ecs.deregister_task_definition(taskDefinition="web:1")["taskDefinition"]["status"] == "INACTIVE"
assert ecs.delete_cluster(cluster=CLUSTER)["cluster"]["status"] == "INACTIVE"

print(*sorted(called), sep="\n")

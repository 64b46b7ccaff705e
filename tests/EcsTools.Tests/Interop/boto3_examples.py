"""Runs the examples of AWS's documentation, which botocore has, against the ECS whose URL is given. Only their placeholders, and an ID of a container instance, are replaced. Prints the examples that ran."""
import json
import sys

import boto3
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.loaders import Loader

ecs = boto3.client("ecs", endpoint_url=sys.argv[1])
LAST = ("Delete", "Deregister", "Untag")
CONTAINER = {"name": "simple-app", "image": "httpd:2.4", "memory": 64, "portMappings": [{"containerPort": 80}]}

# What the examples take to be there.
for cluster in "default", "dev":
    ecs.create_cluster(clusterName=cluster)
instance = ecs.register_container_instance(
    cluster="default",
    totalResources=[{"name": "CPU", "type": "INTEGER", "integerValue": 4096}, {"name": "MEMORY", "type": "INTEGER", "integerValue": 8192}],
)["containerInstance"]["containerInstanceArn"]
for family in ["hello_world"] * 8 + ["console-sample-app-static", "amazon-ecs-sample", "sleep360"]:
    ecs.register_task_definition(family=family, containerDefinitions=[CONTAINER])
ecs.create_service(serviceName="my-http-service", taskDefinition="hello_world", desiredCount=0)

PLACEHOLDERS = {"arn:aws:ecs:region:aws_account_id": "arn:aws:ecs:us-east-1:123456789012", "<aws_account_id>": "123456789012", **dict.fromkeys(("container_instance_UUID", "f6bbb147-5370-4ace-8c73-c7181ded911f"), instance.rsplit("/", 1)[1])}


def filled(value):
    text = json.dumps(value)
    for placeholder, real in PLACEHOLDERS.items():
        text = text.replace(placeholder, real)
    return json.loads(text)


examples = [(operation, example) for operation, all_of_it in Loader().load_service_model("ecs", "examples-1")["examples"].items() for example in all_of_it]
for operation, example in sorted(examples, key=lambda one: one[0].startswith(LAST)):
    if operation == "DeleteService":
        ecs.update_service(service="my-http-service", desiredCount=0)
    try:
        getattr(ecs, xform_name(operation))(**filled(example.get("input") or {}))
    except ClientError as error:
        # The example is older than this check of ECS: an empty role is refused today.
        assert example.get("input", {}).get("taskRoleArn") == "" and "Role is not valid" in str(error), (example["id"], error)
    print(example["id"])

namespace EcsTools.Tests.Generator;

/// <summary>A module small enough for one screen: its model, and what the generated half of a cmdlet expects around it.</summary>
internal static class CmdletModule
{
    public const string Facts = """
        {
          "operations": {
            "CreateService": { "input": "CreateServiceRequest", "output": "ServiceResponse", "errors": [] },
            "UpdateService": { "input": "UpdateServiceRequest", "output": "ServiceResponse", "errors": [] },
            "DeleteCluster": { "input": "DeleteClusterRequest", "output": "ServiceResponse", "errors": [] },
            "ListServices": { "input": "ListServicesRequest", "output": "ListServicesResponse", "errors": [], "paginator": { "token": "nextToken", "limit": "maxResults", "items": "serviceArns" } }
          },
          "structures": {
            "CreateServiceRequest": {
              "cluster": { "type": "string", "required": true, "completer": "Cluster" },
              "serviceName": { "type": "string", "required": true },
              "taskDefinition": { "type": "string", "required": true, "completer": "TaskDefinition" },
              "desiredCount": { "type": "integer" },
              "enableExecuteCommand": { "type": "boolean" },
              "launchType": { "type": "LaunchType" },
              "compatibilities": { "type": "[LaunchType]" },
              "capacityProviders": { "type": "[string]", "completer": "CapacityProvider" },
              "ports": { "type": "[integer]" },
              "status": { "type": "[string]" },
              "accesses": { "type": "[string]" },
              "name": { "type": "string" },
              "configuration": { "type": "Configuration" },
              "tags": { "type": "[Tag]" },
              "labels": { "type": "{string}" },
              "clientToken": { "type": "string" }
            },
            "UpdateServiceRequest": { "cluster": { "type": "string", "completer": "Cluster" }, "service": { "type": "string", "required": true, "completer": "Service" }, "desiredCount": { "type": "integer", "required": true } },
            "DeleteClusterRequest": { "cluster": { "type": "string", "required": true, "completer": "Cluster" } },
            "ListServicesRequest": { "cluster": { "type": "string", "completer": "Cluster" }, "launchType": { "type": "LaunchType" }, "nextToken": { "type": "string" }, "maxResults": { "type": "integer" } },
            "ListServicesResponse": { "nextToken": { "type": "string" }, "serviceArns": { "type": "[string]" } },
            "ServiceResponse": { "service": { "type": "Service" } },
            "Service": { "serviceArn": { "type": "string" }, "serviceName": { "type": "string" }, "clusterArn": { "type": "string" }, "clusterName": { "type": "string" }, "capacityProviderArn": { "type": "string" }, "taskDefinitionArn": { "type": "string" }, "tagArn": { "type": "string" }, "arn": { "type": "string" } },
            "Configuration": { "size": { "type": "integer" } },
            "Tag": { "key": { "type": "string" } }
          },
          "enums": { "LaunchType": [ "EC2", "FARGATE" ] }
        }
        """;

    public const string Docs = """{ "members": { "desiredCount": "How many \"tasks\" run." }, "own": { "CreateServiceRequest.launchType": "What the tasks run on." } }""";

    /// <summary>The handwritten parts of the module: the attributes, the completers, and a base class in place of the engine.</summary>
    public const string Base = """
        #pragma warning disable CS1591 // the generated half is documented, this one need not be
        global using System;
        global using System.Collections.Generic;
        global using System.Management.Automation;
        global using EcsTools.Model;
        global using EcsTools.Commands;

        namespace EcsTools.Commands
        {
            [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
            internal sealed class OperationAttribute(string name) : System.Attribute
            {
                public string Name => name;
                public string? Target { get; init; }
                public string? Targets { get; init; }
                public string? Then { get; init; }
                public string? WithoutCluster { get; init; }
                public bool TakesJson { get; init; }
                public bool TakesFile { get; init; }
                public string[] Omit { get; init; } = [];
            }

            [AttributeUsage(AttributeTargets.Class)]
            internal sealed class WaitsAttribute(string until) : System.Attribute { public string Until => until; }

            public abstract class EcsCommand : PSCmdlet
            {
                [Parameter, Alias("Rgn")] public string? Region { get; set; }
                public HashSet<string> Given { get; } = [];
                private protected bool IsGiven(string parameter) => Given.Contains(parameter);
                private protected string? ClusterFor(string? given, string? target = null, string? ofFile = null) => given ?? ofFile ?? "the session's, about " + (target ?? "nothing");
            }

            public abstract class EcsOperationCommand<TRequest> : EcsCommand where TRequest : class, IStructure<TRequest>, new()
            {
                protected abstract IReadOnlyList<string?> Targets { get; }
                protected abstract void Fill(TRequest request, string? target);
                public List<string> Requests()
                {
                    var requests = new List<string>();
                    foreach (var target in Targets)
                    {
                        var request = new TRequest();
                        Fill(request, target);
                        requests.Add(WireJson.ToText(request));
                    }
                    return requests;
                }
            }
        }

        namespace EcsTools.Calls
        {
            internal interface IWaitParameters
            {
                const string TimeoutHelp = "How long.";
                static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);
                SwitchParameter Wait { get; }
                TimeSpan Timeout { get; }
            }
        }

        namespace EcsTools.Binding
        {
            public sealed class ValuesAttribute(params string[] values) : System.Attribute { public string[] Values => values; }
            public sealed class StructureAttribute(Type type, string member) : System.Attribute { public Type Type => type; public string Member => member; public bool IsList { get; init; } }
            public sealed class SecondsAttribute : System.Attribute;
            internal interface IRequestFile
            {
                const string CliInputJsonHelp = "A file.";
                string? CliInputJson { get; }
            }

            public sealed class MapAttribute(string member) : System.Attribute { public string Member => member; }
            public sealed class IdentityAttribute(string thing) : System.Attribute { public string Thing => thing; public bool IsSingle { get; init; } }
            public sealed class NoFileAttribute : System.Attribute;
            public sealed class MayBeEmptyAttribute : System.Attribute;
            public sealed class RequiresAttribute(string parameter) : System.Attribute { public string Parameter => parameter; }
            public sealed class ScalarAttribute(Type type) : System.Attribute { public Type Type => type; }
        }

        namespace EcsTools.Completion
        {
            public abstract class Completer : IArgumentCompleter
            {
                public IEnumerable<CompletionResult> CompleteArgument(string command, string parameter, string word, System.Management.Automation.Language.CommandAst ast, System.Collections.IDictionary bound) => [];
            }
            public sealed class ValuesCompleter : Completer;
            public sealed class NothingCompleter : Completer;
            public sealed class ResourceArnCompleter : Completer;
            public sealed class AttributeValueCompleter : Completer;
            public sealed class CapacityProviderCompleter : Completer;
            public sealed class ClusterCompleter : Completer;
            public sealed class ContainerCompleter : Completer;
            public sealed class ContainerInstanceCompleter : Completer;
            public sealed class DaemonCompleter : Completer;
            public sealed class DaemonTaskDefinitionCompleter : Completer;
            public sealed class ExpressServiceCompleter : Completer;
            public sealed class FamilyCompleter : Completer;
            public sealed class GatewayCompleter : Completer;
            public sealed class HookCompleter : Completer;
            public sealed class ServiceCompleter : Completer;
            public sealed class ServiceDeploymentCompleter : Completer;
            public sealed class TaskCompleter : Completer;
            public sealed class TaskDefinitionCompleter : Completer;
            public sealed class TaskSetCompleter : Completer;
        }
        """;

    public static TestBuild Model { get; } = TestBuild.OfModel(Facts, Docs);

    /// <summary>The module with these cmdlets in it.</summary>
    public static TestBuild With(params string[] cmdlets) => TestBuild.OfCmdlets(Model.Reference, Facts, Docs, [Base, .. cmdlets]);
}

using System.Net;
using System.Text.RegularExpressions;
using EcsTools.Rules;
using EcsTools.Rules.Capacity;
using EcsTools.Tests.Local;

namespace EcsTools.Tests.Rules;

/// <summary>Every rule about clusters, capacity providers and strategies, by a request that breaks it.</summary>
public sealed class CapacityRuleTests(CapacityRuleTests.World world) : IClassFixture<CapacityRuleTests.World>
{
    private const string Group = """ "autoScalingGroupProvider": { "autoScalingGroupArn": "new" } """, Role = """ "infrastructureRoleArn": "role" """, Profile = """ "ec2InstanceProfileArn": "profile" """, Subnets = """ "networkConfiguration": { "subnets": ["subnet-1"] } """;

    private const string Provider = "CreateCapacityProvider", Change = "UpdateCapacityProvider", Cluster = "CreateCluster", Associate = "PutClusterCapacityProviders", Run = "RunTask";

    public static TheoryData<string, string, string> Broken => new()
    {
        // Clusters.
        { Cluster, """{ "clusterName": "a b" }""", @"Cluster must match ^[a-zA-Z0-9\-_]{1,255}$, but was a b" },
        { Cluster, """{ "clusterName": "new", "tags": [{ "key": "team" }] }""", "Tag value can not be null." },
        { Cluster, """{ "clusterName": "new", "tags": [{ "value": "x" }] }""", "Tag keys must have 1 to 128 characters." },
        { Cluster, $$"""{ "clusterName": "new", "tags": [{ "key": "a", "value": "{{new string('x', 257)}}" }] }""", "Tag values must have at most 256 characters." },
        { Cluster, """{ "clusterName": "new", "tags": [{ "key": "a;b", "value": "" }] }""", "Tag keys and values can only have letters, digits, spaces and _ . : / = + - @." },
        { Cluster, """{ "clusterName": "new", "tags": [{ "key": "aws:a", "value": "" }] }""", "Tag keys that begin with aws: are kept for AWS." },
        { Cluster, """{ "clusterName": "new", "tags": [{ "key": "a", "value": "" }, { "key": "a", "value": "" }] }""", "Duplicate tag keys found. Tag keys must be unique." },
        { Cluster, $$"""{ "clusterName": "new", "tags": [{{Many(51, """{ "key": "k#", "value": "" }""")}}] }""", "Tags can not have more than 50 elements." },
        { Cluster, """{ "clusterName": "new", "settings": [{ "name": "other", "value": "enabled" }] }""", "setting name should be one of [containerInsights]" },
        { Cluster, """{ "clusterName": "new", "settings": [{ "name": "containerInsights", "value": "on" }] }""", "setting value of containerInsights should be one of [disabled,enabled,enhanced]" },
        { Cluster, $$"""{ "clusterName": "new", "capacityProviders": [{{Many(21, "\"p#\"")}}] }""", "The maximum number of capacity providers per cluster has been exceeded." },
        { Cluster, """{ "clusterName": "new", "configuration": { "executeCommandConfiguration": { "logging": "LOUD" } } }""", "logging should be one of [DEFAULT,NONE,OVERRIDE]" },
        { Cluster, """{ "clusterName": "new", "configuration": { "executeCommandConfiguration": { "logging": "DEFAULT", "logConfiguration": { "s3BucketName": "b" } } } }""", "You must set logging to 'OVERRIDE' when you supply a log configuration." },
        { Cluster, """{ "clusterName": "new", "configuration": { "executeCommandConfiguration": { "logging": "OVERRIDE" } } }""", "A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration." },
        { "UpdateCluster", """{ "cluster": "default", "configuration": { "executeCommandConfiguration": { "logging": "OVERRIDE" } } }""", "A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration." },
        { "UpdateClusterSettings", """{ "cluster": "default", "settings": [{ "name": "containerInsights", "value": "on" }] }""", "setting value of containerInsights should be one of [disabled,enabled,enhanced]" },
        { Associate, """{ "cluster": "default", "capacityProviders": [] }""", "defaultCapacityProviderStrategy should not be null." },

        // Strategies.
        { Associate, Default("""{ "capacityProvider": "group" }"""), "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and try again." },
        { Associate, Default("""{ "capacityProvider": "FARGATE", "base": 1 }, { "capacityProvider": "FARGATE_SPOT", "base": 1 }"""), "The specified capacity provider strategy contains multiple capacity providers with a base value defined. Only one capacity provider per strategy can have a base value defined." },
        { Cluster, """{ "clusterName": "new", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1001 }] }""", "The weight of a capacity provider must be between 0 and 1000." },
        { Run, Strategy("""{ "capacityProvider": "FARGATE", "base": -1 }"""), "The base of a capacity provider must be between 0 and 100000." },
        { Run, Strategy("""{ "capacityProvider": "" }"""), "capacityProvider can not be blank." },
        { Run, Strategy("""{ "capacityProvider": "FARGATE", "weight": 1 }, { "capacityProvider": "FARGATE", "weight": 1 }"""), "A capacity provider strategy cannot contain the same capacity provider twice." },
        { Run, Strategy("""{ "capacityProvider": "group" }"""), "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again." },
        { Run, Strategy("""{ "capacityProvider": "FARGATE", "weight": 1 }, { "capacityProvider": "own", "weight": 1 }"""), "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again." },
        { Run, Strategy("""{ "capacityProvider": "FARGATE", "base": 1, "weight": 1 }, { "capacityProvider": "FARGATE_SPOT", "base": 1, "weight": 1 }"""), "There are multiple capacity providers in the specified capacity provider strategy with a base value greater than zero. Only one capacity provider can have a base value greater than zero. Specify a valid capacity provider strategy and try again." },
        { Run, Strategy("""{ "capacityProvider": "FARGATE" }, { "capacityProvider": "FARGATE_SPOT", "weight": 0 }"""), "There are no capacity providers in the capacity provider strategy with a weight value greater than zero. Specify a weight value greater than zero for at least one capacity provider and try again." },
        { Run, """{ "cluster": "weightless", "taskDefinition": "fargate" }""", "There are no capacity providers with a weight value greater than zero defined in the default capacity provider strategy. At least one capacity provider must have a weight value greater than zero specified. Update the cluster's default capacity provider strategy or specify a valid capacity provider strategy and try again." },
        { Run, Strategy(Many(21, """{ "capacityProvider": "p#" }""")), "A capacity provider strategy can have at most 20 capacity providers." },

        // Capacity providers.
        { Provider, $$"""{ {{Group}} }""", "CapacityProvider name must not be blank." },
        { Provider, $$"""{ "name": "fargate-1", {{Group}} }""", "The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. The name cannot be prefixed with \"aws\", \"ecs\", or \"fargate\"." },
        { Change, "{}", "A name is required when updating a capacity provider." },
        { Provider, """{ "name": "new" }""", "Specify either an Auto Scaling group provider or a Managed Instances provider." },
        { Provider, """{ "name": "new", "autoScalingGroupProvider": {} }""", "autoScalingGroupArn can not be blank." },
        { Provider, Scaling(""" "targetCapacity": 0 """), "targetCapacity must be between 1 and 100." },
        { Provider, Scaling(""" "minimumScalingStepSize": 10001 """), "minimumScalingStepSize must be between 1 and 10000." },
        { Provider, Scaling(""" "instanceWarmupPeriod": -1 """), "instanceWarmupPeriod must be between 0 and 10000." },
        { Provider, Scaling(""" "status": "MAYBE" """), "status should be one of [DISABLED,ENABLED]" },
        { Provider, Scaling(""" "minimumScalingStepSize": 5, "maximumScalingStepSize": 4 """), "The minimum or maximum scaling step size value is invalid. Specify a minimum scaling step size value that is less than or equal to the maximum scaling step size value and try again." },
        { Change, """{ "name": "own", "autoScalingGroupProvider": { "managedScaling": { "maximumScalingStepSize": 1, "minimumScalingStepSize": 2 } } }""", "The minimum or maximum scaling step size value is invalid. Specify a minimum scaling step size value that is less than or equal to the maximum scaling step size value and try again." },
        { Provider, """{ "name": "new", "autoScalingGroupProvider": { "autoScalingGroupArn": "new", "managedTerminationProtection": "ENABLED" } }""", "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, managed scaling must be enabled." },
        { Provider, Managed($"{Role}, {Template(Profile, Subnets)}", cluster: null), "Amazon ECS Managed Instances Provider is not supported without a Cluster Name." },
        { Provider, Managed(Template(Profile, Subnets)), "Amazon ECS Managed Instances capacity provider must specify an InfrastructureRole." },
        { Provider, Managed($"{Role}, {Template(Subnets)}"), "Amazon ECS Managed Instances capacity provider must specify an instance profile." },
        { Provider, Managed($"{Role}, {Template(Profile)}"), "Amazon ECS Managed Instances capacity provider must specify a Network Configuration with non empty subnets." },
        { Provider, Managed($"{Role}, \"infrastructureOptimization\": {{ \"scaleInAfter\": 3601 }}, {Template(Profile, Subnets)}"), "scaleInAfter must be between -1 and 3600." },
        { Provider, Managed($"{Role}, {Template(Profile, Subnets, Needs(""" "allowedInstanceTypes": ["m5.*"], "excludedInstanceTypes": ["m5.metal"] """))}"), "Specify either allowedInstanceTypes or excludedInstanceTypes, but not both." },
        { Provider, Managed($"{Role}, {Template(Profile, Subnets, Needs(""" "spotMaxPricePercentageOverLowestPrice": 10, "maxSpotPriceAsPercentageOfOptimalOnDemandPrice": 10 """))}"), "Specify either spotMaxPricePercentageOverLowestPrice or maxSpotPriceAsPercentageOfOptimalOnDemandPrice, but not both." },
        { Provider, Managed($"{Role}, {Template(Profile, Subnets, Needs(""" "networkBandwidthGbps": { "min": 2.5, "max": 1 } """))}"), "The minimum of networkBandwidthGbps must be between 0 and its maximum." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_a_refusal(string operation, string request, string text)
    {
        var (status, answer) = await world.Ecs.Try(operation, request);
        Assert.Equal((HttpStatusCode.BadRequest, text), (status, (string?)answer["message"]));
    }

    [Fact]
    public void Every_rule_is_broken_by_a_request()
    {
        List<string> texts = [.. Broken.Select(row => row.Data.Item3)];
        var rules = Texts(ClusterRules.All).Concat(Texts(StrategyRules.All)).Concat(Texts(ProviderRules.All)).Distinct();
        Assert.DoesNotContain(rules.Except(Texts(ShapeRules.All)), rule => !rule.Contains("ACTIVE", StringComparison.Ordinal) && !texts.Exists(text => Regex.IsMatch(text, $"^{rule}$")));
    }

    private static IEnumerable<string> Texts<T>(IEnumerable<Rule<T>> rules) => rules.Where(rule => rule.Error is not null).Select(rule => string.Join(".*", Regex.Split(rule.Pattern, "<[a-z]+>").Select(Regex.Escape)));

    private static string Many(int count, string item) => string.Join(',', Enumerable.Range(0, count).Select(number => item.Replace("#", $"{number}", StringComparison.Ordinal)));

    private static string Default(string items) => $$"""{ "cluster": "default", "capacityProviders": ["FARGATE", "FARGATE_SPOT", "own"], "defaultCapacityProviderStrategy": [{{items}}] }""";

    private static string Strategy(string items) => $$"""{ "taskDefinition": "fargate", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1"] } }, "capacityProviderStrategy": [{{items}}] }""";

    private static string Scaling(string members) => $$"""{ "name": "new", "autoScalingGroupProvider": { "autoScalingGroupArn": "new", "managedScaling": { {{members}} } } }""";

    private static string Managed(string members, string? cluster = "default") => $$"""{ "name": "new", {{(cluster is null ? "" : $"\"cluster\": \"{cluster}\", ")}} "managedInstancesProvider": { {{members}} } }""";

    private static string Template(params string[] members) => $$""" "instanceLaunchTemplate": { {{string.Join(", ", members)}} } """;

    private static string Needs(string members) => $$""" "instanceRequirements": { "vCpuCount": { "min": 1 }, "memoryMiB": { "min": 1 }, {{members}} } """;

    /// <summary>A local ECS with capacity providers, which refused requests don't change.</summary>
    public sealed class World : IAsyncLifetime
    {
        internal LocalEcs Ecs { get; } = new();

        public async ValueTask InitializeAsync()
        {
            foreach (var name in (string[])["own", "group"]) await Ecs.Call(Provider, $$"""{ "name": "{{name}}", "autoScalingGroupProvider": { "autoScalingGroupArn": "{{name}}" } }""");
            await Ecs.Call(Cluster, """{ "clusterName": "default", "capacityProviders": ["FARGATE", "FARGATE_SPOT", "own"] }""");
            await Ecs.Call(Cluster, """{ "clusterName": "weightless", "capacityProviders": ["FARGATE", "FARGATE_SPOT"], "defaultCapacityProviderStrategy": [{ "capacityProvider": "FARGATE" }, { "capacityProvider": "FARGATE_SPOT" }] }""");
            await Ecs.Definition("fargate", more: """ "networkMode": "awsvpc", "cpu": "256", "memory": "512", """);
        }

        public ValueTask DisposeAsync()
        {
            Ecs.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using CsCheck;
using EcsTools.Model;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets.Jobs;

/// <summary>Services written to files, and held against them.</summary>
public sealed class ExportServiceTests
{
    /// <summary>As ECS described a service on Fargate behind a load balancer, but for the account.</summary>
    private const string Recorded = """
        {"services":[{"serviceArn":"arn:aws:ecs:us-east-1:123456789012:service/prod/web","serviceName":"web","clusterArn":"arn:aws:ecs:us-east-1:123456789012:cluster/prod",
        "loadBalancers":[{"targetGroupArn":"arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1","containerName":"web","containerPort":80}],"serviceRegistries":[],"status":"ACTIVE",
        "desiredCount":2,"runningCount":2,"pendingCount":0,"launchType":"FARGATE","platformVersion":"LATEST","platformFamily":"Linux","taskDefinition":"arn:aws:ecs:us-east-1:123456789012:task-definition/web:41",
        "deploymentConfiguration":{"deploymentCircuitBreaker":{"enable":true,"rollback":true},"maximumPercent":200,"minimumHealthyPercent":100,"strategy":"ROLLING","bakeTimeInMinutes":0},
        "deployments":[{"id":"ecs-svc/1","status":"PRIMARY","taskDefinition":"arn:aws:ecs:us-east-1:123456789012:task-definition/web:41","desiredCount":2,"pendingCount":0,"runningCount":2,"failedTasks":0,
        "createdAt":1700000000.1,"updatedAt":1700000100.2,"launchType":"FARGATE","platformVersion":"1.4.0","platformFamily":"Linux","networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-b","subnet-a"],"securityGroups":["sg-1"],"assignPublicIp":"ENABLED"}},
        "rolloutState":"COMPLETED","rolloutStateReason":"ECS deployment ecs-svc/1 completed.","serviceConnectConfiguration":{"enabled":true,"namespace":"shop","services":[{"portName":"http","clientAliases":[{"port":80}]}]}}],
        "roleArn":"arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS","events":[{"id":"1","createdAt":1700000100.2,"message":"(service web) has reached a steady state."}],"createdAt":1690000000,
        "placementConstraints":[],"placementStrategy":[],"networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-b","subnet-a"],"securityGroups":["sg-1"],"assignPublicIp":"ENABLED"}},
        "healthCheckGracePeriodSeconds":60,"schedulingStrategy":"REPLICA","deploymentController":{"type":"ECS"},"createdBy":"arn:aws:iam::123456789012:role/admin","enableECSManagedTags":true,"propagateTags":"NONE","enableExecuteCommand":false,
        "availabilityZoneRebalancing":"ENABLED","tags":[{"key":"team","value":"shop"},{"key":"aws:cloudformation:stack-name","value":"x"}]}],"failures":[]}
        """;

    [Fact]
    public void A_recorded_description_becomes_what_a_person_would_have_written_and_no_difference()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(Recorded));
        using var prompt = new EcsPrompt();
        prompt.Run($"Set-EcsContext -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey AKIAEXAMPLE -SecretKey x -Cluster prod").Clean();
        var json = prompt.Run("Export-EcsService web").One<string>();
        Assert.Equal(
            """{"serviceName":"web","cluster":"prod","taskDefinition":"web:41","loadBalancers":[{"targetGroupArn":"arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1","containerName":"web","containerPort":80}],"desiredCount":2,"launchType":"FARGATE","deploymentConfiguration":{"deploymentCircuitBreaker":{"enable":true,"rollback":true}},"networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-b","subnet-a"],"securityGroups":["sg-1"],"assignPublicIp":"ENABLED"}},"healthCheckGracePeriodSeconds":60,"tags":[{"key":"team","value":"shop"}],"enableECSManagedTags":true,"serviceConnectConfiguration":{"enabled":true,"namespace":"shop","services":[{"portName":"http","clientAliases":[{"port":80}]}]}}""",
            System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString());
        prompt.Set("json", json);
        prompt.Set("described", Recorded);
        Assert.Equal(["DescribeServices"], prompt.Run("$json | Set-EcsService -Verbose").Clean().Called);
        Assert.Equal(["DescribeServices"], prompt.Run("$described | Set-EcsService -Verbose").Clean().Called);
        Assert.Empty(prompt.Run("Compare-EcsService web $json").Clean().Output);
    }

    /// <summary>An exported service doesn't differ from itself, and a service that is created from the file exports the same file.</summary>
    [Fact]
    public void An_exported_service_is_no_difference_and_can_be_created_again()
    {
        using var prompt = Open();
        Services.Try(
            json =>
            {
                prompt.Set("json", json);
                prompt.Run("$null = $json | New-EcsService").Clean();
                var file = prompt.Run("Export-EcsService s").One<string>();
                prompt.Set("file", file);
                var sent = prompt.Run("$file | Set-EcsService -Verbose").Clean().Called.Except(["DescribeServices", "DescribeServiceRevisions"]).ToList();
                var differences = prompt.Run("Compare-EcsService s $file; Compare-EcsService s $json").Clean().Output;
                prompt.Run("Remove-EcsService s -Force -Wait -Confirm:$false; $null = $file | Set-EcsService").Clean();
                var again = prompt.Run("Export-EcsService s").One<string>();
                prompt.Run("Remove-EcsService s -Force -Wait -Confirm:$false").Clean();
                return sent.Count == 0 && differences.Count == 0 && again == file;
            },
            seed: "0000KRPBWMR4",
            iter: 40,
            print: json => json);
    }

    [Fact]
    public void Files_are_written_into_a_folder_and_not_over_others()
    {
        using var prompt = Open();
        var folder = Directory.CreateTempSubdirectory("ecstools").FullName;
        try
        {
            prompt.Run("'a', 'b' | ForEach-Object { $null = New-EcsService $_ -TaskDefinition web -DesiredCount 1 }").Clean();
            Assert.Equal(["DescribeServiceRevisions", "DescribeServiceRevisions", "DescribeServices", "ListServices"], prompt.Run($"Export-EcsService -Path '{folder}' -Verbose").Clean().Called.Order(StringComparer.Ordinal));
            Assert.Equal(["a.json", "b.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
            Assert.Equal(["a", "b"], prompt.Run($"[IO.FileInfo[]]('{folder}/a.json', '{folder}/b.json') | Set-EcsService -DesiredCount 2").All<Service>().Select(service => service.ServiceName));
            Assert.StartsWith("ExportFailed,", prompt.Run($"Export-EcsService a -Path '{folder}/b.json' -NoClobber").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.StartsWith("FileWrittenTwice,", prompt.Run($"Export-EcsService a, b -Path '{folder}/c.json'").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_service_is_held_against_a_file_a_revision_and_another_service()
    {
        using var prompt = Open();
        prompt.Run("""
            $null = New-EcsService a -TaskDefinition web -DesiredCount 1 -Wait
            $null = New-EcsService b -TaskDefinition web -DesiredCount 2 -EnableExecuteCommand
            $null = Update-EcsService a -Image nginx:2 -Wait
            """).Clean();
        Assert.Equal("desiredCount: 1 → 2|enableExecuteCommand: false → true|taskDefinition: web:2 → web:1", Differences(prompt, "Compare-EcsService a b"));
        Assert.Equal("desiredCount: 1 → 2|enableExecuteCommand: false → true|taskDefinition: web:2 → web:1", Differences(prompt, "Get-EcsService a | Compare-EcsService (Get-EcsService b)"));
        Assert.Equal("taskDefinition: web:2 → web:1", Differences(prompt, "Compare-EcsService a @(Get-EcsServiceRevision -Service a | Where-Object Definition -eq web:1)[0]"));
        Assert.Equal("desiredCount: 1 → 5", Differences(prompt, "Compare-EcsService a @{ desiredCount = 5; taskDefinition = 'web' }"));
        Assert.Equal("", Differences(prompt, "Compare-EcsService a a"));
        Assert.Equal(["DescribeServices", "DescribeServiceRevisions"], prompt.Run("Compare-EcsService a @{ desiredCount = 5 } -Verbose").Clean().Called);
        Assert.Equal(2, prompt.Run("Compare-EcsService * @{ desiredCount = 9 }").Clean().Output.Count);
        Assert.StartsWith("InvalidWith,", prompt.Run("Compare-EcsService a ([datetime]'2026-01-01')").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ServiceNotFoundException,", prompt.Run("Compare-EcsService a nosuch").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static string Differences(EcsPrompt prompt, string script) => string.Join('|', prompt.Run(script).Clean().Output.Select(difference => difference.ToString()).Order(StringComparer.Ordinal));

    private static EcsPrompt Open()
    {
        var prompt = Shop.Open();
        prompt.Run("""
            $null = Register-EcsTaskDefinition fg -TaskRoleArn arn:aws:iam::123456789012:role/fg -NetworkMode awsvpc -RequiresCompatibility FARGATE -Cpu 256 -Memory 512 -ContainerDefinition @{ name = 'web'; image = 'a'; portMappings = @{ containerPort = 80; name = 'http' } }
            $null = Set-EcsClusterCapacityProvider shop -CapacityProvider FARGATE, FARGATE_SPOT -DefaultCapacityProviderStrategy @()
            """).Clean();
        return prompt;
    }

    /// <summary>Requests that create services, with any of what a service can have.</summary>
    private static Gen<string> Services { get; } =
        from onFargate in Gen.Bool
        from isDaemon in Gen.Bool
        from has in Gen.Bool.Array[12]
        from count in Gen.Int[0, 2]
        from most in Gen.Int[2, 4]
        from subnets in Gen.Shuffle(new[] { "subnet-a", "subnet-b" })
        select Json(onFargate, isDaemon && !onFargate, has, count, most, subnets);

    private static string Json(bool onFargate, bool isDaemon, bool[] has, int count, int most, string[] subnets)
    {
        List<string?> members =
        [
            """ "serviceName": "s" """,
            onFargate ? """ "taskDefinition": "fg" """ : """ "taskDefinition": "web:1" """,
            isDaemon ? """ "schedulingStrategy": "DAEMON" """ : $""" "desiredCount": {count} """,
            onFargate ? has[0] ? """ "launchType": "FARGATE" """ : """ "capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1, "base": 1 }, { "capacityProvider": "FARGATE_SPOT", "weight": 2 }] """ : """ "launchType": "EC2" """,
            onFargate ? $$""" "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["{{string.Join("\", \"", subnets)}}"], "securityGroups": {{(has[1] ? "[\"sg-1\"]" : "[]")}}, "assignPublicIp": "{{(has[2] ? "ENABLED" : "DISABLED")}}" } } """ : null,
            onFargate && has[3] ? """ "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/t/1", "containerName": "web", "containerPort": 80 }], "healthCheckGracePeriodSeconds": 30 """ : null,
            has[4] ? $$""" "deploymentConfiguration": { "maximumPercent": {{(isDaemon ? 100 : 50 * most)}}, "minimumHealthyPercent": 50 } """ : null,
            has[5] && !has[4] ? $$""" "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": {{(has[6] ? "true" : "false")}}, "rollback": {{(has[7] ? "true" : "false")}} } } """ : null,
            has[8] ? """ "tags": [{ "key": "a", "value": "1" }, { "key": "b", "value": "" }], "propagateTags": "SERVICE" """ : null,
            has[9] ? """ "enableExecuteCommand": true, "enableECSManagedTags": true """ : null,
            !onFargate && !isDaemon && has[10] ? """ "placementStrategy": [{ "type": "spread", "field": "attribute:ecs.availability-zone" }], "placementConstraints": [{ "type": "distinctInstance" }] """ : null,
            !isDaemon && has[11] ? """ "availabilityZoneRebalancing": "DISABLED" """ : null,
        ];
        return $"{{{string.Join(',', members.OfType<string>())}}}";
    }
}

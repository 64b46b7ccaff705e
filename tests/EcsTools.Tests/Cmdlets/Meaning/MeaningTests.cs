using System.Text.RegularExpressions;
using EcsTools.Tests.Client;
using EcsTools.Tests.Formatting;
using EcsTools.Tests.Shell;

namespace EcsTools.Tests.Cmdlets.Meaning;

/// <summary>
/// Every type into every cmdlet, over HTTP. Golden/Meaning.txt says what each pair asks ECS for, or that it is one error; a new cmdlet or type fails
/// until its lines are there (ECSTOOLS_UPDATE_GOLDEN=1 writes them, to be read before they are committed). The session is in cluster one, all objects in two.
/// </summary>
/// <param name="pwsh">The shell that pipes.</param>
public sealed class MeaningTests(PwshSession pwsh)
{
    private const string Account = "arn:aws:ecs:us-east-1:123456789012";

    [Fact]
    public async Task Every_object_means_what_the_table_says_and_acts_on_nothing_else()
    {
        var pairs = await Run("native", null);
        Assert.Empty(pairs.Where(pair => pair.Text.Contains("Cannot ", StringComparison.Ordinal) || pair.Text.Contains("cannot be bound", StringComparison.Ordinal)).Select(pair => pair.Line));
        Assert.Empty(pairs.Where(pair => pair.Requests.Length == 0 && pair.Text.Length == 0 && !IsSilent(pair)).Select(pair => pair.Line));
        Golden.Holds("Meaning", string.Join('\n', pairs.Select(pair => pair.Golden)) + "\n");
    }

    [Fact]
    public async Task Every_type_that_a_cmdlet_returns_is_among_the_samples()
    {
        var shown = await pwsh.RunAsync($$"""
            {{Samples}}
            $answers = 'Void', 'Uri', 'String', 'Boolean', 'EcsContext', 'EcsLocal', 'ApiBehavior', 'CommandBehavior', 'InstanceBehavior', 'TaskBehavior', 'DiscoverPollEndpointResponse', 'ExecuteCommandResponse', 'ServiceDifference', 'ServiceFinding', 'TaskDefinitionDifference', 'TaskDefinitionFinding', 'GatewayResources', 'UpdatedExpressGatewayService'
            $known = @($samples.Values | ForEach-Object { $_.GetType().Name }) + $answers
            Get-Command -Module EcsTools -CommandType Cmdlet | ForEach-Object OutputType | ForEach-Object { $_.Type.Name } | Sort-Object -Unique | Where-Object { $_ -notin $known }
            """);
        Assert.Equal("", shown);
    }

    /// <summary>Pipes each sample into each cmdlet. A request of the test's own goes before each pair, so that the peer's list says which requests are whose.</summary>
    private async Task<List<Pair>> Run(string form, IReadOnlyList<Pair>? only)
    {
        using var peer = new HttpPeer(HttpPeer.Ok("{}"));
        var chosen = string.Join(',', only?.Select(pair => $"'{pair.Kind}|{pair.Cmdlet}'") ?? []);
        var shown = await pwsh.RunAsync($$"""
            $url = '{{peer.Url}}'
            {{Samples}}
            Set-EcsContext -Region us-east-1 -EndpointUrl $url -AccessKey AKIAEXAMPLE -SecretKey x -Cluster one -MaxAttempts 1
            $ConfirmPreference = 'None'
            $only = [Collections.Generic.HashSet[string]]@({{chosen}})
            {{Pipe}}
            Invoke-Pairs {{form}}
            Set-EcsContext -Clear
            """);
        var requests = peer.Received;
        var asked = new List<string>();
        foreach (var request in requests)
        {
            var operation = request.Headers["x-amz-target"].Split('.')[1];
            if (operation == "Next") asked.Add("");
            else asked[^1] += $"{(asked[^1].Length == 0 ? "" : " && ")}{operation} {request.Text}";
        }

        return [.. shown.Split('\n').Where(line => line.Contains('\u0001')).Select((line, i) => Pair.Read(line, asked[i]))];
    }

    /// <summary>What is done without ECS: JSON is written from an object that is at hand.</summary>
    private static bool IsSilent(Pair pair) => pair.Cmdlet is "Export-EcsTaskDefinition" or "Compare-EcsTaskDefinition";

    private sealed record Pair(string Kind, string Cmdlet, string Requests, string Ids, string Text)
    {
        public string Line => $"{Kind} | {Cmdlet} | {Requests} {Ids} {Text}";

        public string Golden => $"{Kind} | {Cmdlet} | {(Requests.Length > 0 ? Requests : Ids)}".TrimEnd();

        public static Pair Read(string line, string requests)
        {
            var parts = line.Split('\u0001');
            return new(parts[0], parts[1], Regex.Replace(requests, "\"clientToken\":\"[^\"]*\",?", "").Replace(Account, "arn", StringComparison.Ordinal), parts[2], parts[3]);
        }
    }

    private const string Samples = """
        Import-Module EcsTools
        $null = (Get-Command Test-EcsPlacement).OutputType.Type
        $A='arn:aws:ecs:us-east-1:123456789012'
        function P($t,$h){ $o=New-Object $t; foreach($k in $h.Keys){ $o.$k=$h[$k] }; $o }
        function O($t,$h){ $o=New-Object "EcsTools.Model.$t"; foreach($k in $h.Keys){ $o.$k=$h[$k] }; $o }
        $samples=[ordered]@{
         Cluster=O Cluster @{ClusterArn="${A}:cluster/two";ClusterName='two';Status='ACTIVE'}
         Service=O Service @{ServiceArn="${A}:service/two/web";ServiceName='web';ClusterArn="${A}:cluster/two";Status='ACTIVE';DesiredCount=2;TaskDefinition="${A}:task-definition/web:1";LaunchType='EC2';CurrentServiceDeployment="${A}:service-deployment/two/web/dep1"}
         ExternalService=O Service @{ServiceArn="${A}:service/two/ext";ServiceName='ext';ClusterArn="${A}:cluster/two";Status='ACTIVE';DesiredCount=2}
         Deployment=O Deployment @{Id='ecs-svc/1';Status='PRIMARY';TaskDefinition="${A}:task-definition/web:1";DesiredCount=2;LaunchType='EC2'}
         ServiceEvent=O ServiceEvent @{Id='e1';Message='m';CreatedAt=[datetime]'2026-01-01'}
         ServiceDeployment=O ServiceDeployment @{ServiceDeploymentArn="${A}:service-deployment/two/web/dep1";ServiceArn="${A}:service/two/web";ClusterArn="${A}:cluster/two";Status='SUCCESSFUL'}
         ServiceRevision=O ServiceRevision @{ServiceRevisionArn="${A}:service-revision/two/web/rev1";ServiceArn="${A}:service/two/web";ClusterArn="${A}:cluster/two";TaskDefinition="${A}:task-definition/web:1"}
         TaskSet=O TaskSet @{Id='ecs-svc/9';TaskSetArn="${A}:task-set/two/ext/ecs-svc/9";ServiceArn="${A}:service/two/ext";ClusterArn="${A}:cluster/two";Status='ACTIVE';TaskDefinition="${A}:task-definition/web:1"}
         ExpressService=O ECSExpressGatewayService @{ServiceArn="${A}:service/two/exp";ServiceName='exp';Cluster="${A}:cluster/two"}
         Task=O Task @{TaskArn="${A}:task/two/00000000000000000000000000000001";ClusterArn="${A}:cluster/two";TaskDefinitionArn="${A}:task-definition/web:1";ContainerInstanceArn="${A}:container-instance/two/00000000000000000000000000000002";Group='service:web';LastStatus='RUNNING';DesiredStatus='RUNNING';StartedBy='ecs-svc/1';LaunchType='EC2'}
         FargateTask=O Task @{TaskArn="${A}:task/two/00000000000000000000000000000003";ClusterArn="${A}:cluster/two";TaskDefinitionArn="${A}:task-definition/web:1";Group='family:web';LastStatus='RUNNING';DesiredStatus='RUNNING';LaunchType='FARGATE'}
         Container=O Container @{ContainerArn="${A}:container/two/00000000000000000000000000000001/c1";TaskArn="${A}:task/two/00000000000000000000000000000001";Name='web';LastStatus='RUNNING'}
         ProtectedTask=O ProtectedTask @{TaskArn="${A}:task/two/00000000000000000000000000000001";ProtectionEnabled=$true}
         TaskDefinition=O TaskDefinition @{TaskDefinitionArn="${A}:task-definition/web:1";Family='web';Revision=1;Status='ACTIVE';ContainerDefinitions=[Collections.Generic.List[EcsTools.Model.ContainerDefinition]]@(O ContainerDefinition @{Name='web';Image='i';Memory=64})}
         TaskDefinitionFamily=[EcsTools.Model.TaskDefinitionFamily]::new('web')
         ContainerInstance=O ContainerInstance @{ContainerInstanceArn="${A}:container-instance/two/00000000000000000000000000000002";Status='ACTIVE';Ec2InstanceId='i-1'}
         Attribute=O Attribute @{Name='rack';Value='r1';TargetType='container-instance';TargetId="${A}:container-instance/two/00000000000000000000000000000002"}
         CapacityProvider=O CapacityProvider @{CapacityProviderArn="${A}:capacity-provider/cp";Name='cp';Status='ACTIVE'}
         ManagedProvider=O CapacityProvider @{CapacityProviderArn="${A}:capacity-provider/mi";Name='mi';Cluster="${A}:cluster/two";Status='ACTIVE'}
         Setting=O Setting @{Name='containerInsights';Value='enabled';PrincipalArn='arn:aws:iam::123456789012:root'}
         TagOfService=O Tag @{Key='k';Value='v';ResourceArn="${A}:service/two/web"}
         TagOfInstance=O Tag @{Key='k';Value='v';ResourceArn="${A}:container-instance/two/00000000000000000000000000000002"}
         Daemon=O DaemonDetail @{DaemonArn="${A}:daemon/two/agent";ClusterArn="${A}:cluster/two";Status='ACTIVE';DeploymentArn="${A}:daemon-deployment/two/agent/dd1"}
         DaemonDeployment=O DaemonDeployment @{DaemonDeploymentArn="${A}:daemon-deployment/two/agent/dd1";ClusterArn="${A}:cluster/two";Status='SUCCESSFUL'}
         DaemonRevision=O DaemonRevision @{DaemonRevisionArn="${A}:daemon-revision/two/agent/1";ClusterArn="${A}:cluster/two";DaemonArn="${A}:daemon/two/agent";DaemonTaskDefinitionArn="${A}:daemon-task-definition/agent:1"}
         DaemonTaskDefinition=O DaemonTaskDefinition @{DaemonTaskDefinitionArn="${A}:daemon-task-definition/agent:1";Family='agent';Revision=1;Status='ACTIVE'}
         Gateway=O Gateway @{GatewayArn="${A}:gateway/front/g1";Name='front';Status='ACTIVE'}
         GatewayCluster=O GatewayClusterAssociationSummary @{GatewayArn="${A}:gateway/front/g1";ClusterArn="${A}:cluster/two";Status='ACTIVE'}
         GatewayRoute=O GatewayRoute @{GatewayRouteArn="${A}:gateway-route/front/g1/r1";ServiceArn="${A}:service/two/web";Status='ACTIVE'}
         ClusterMeasure=P EcsTools.Capacity.ClusterMeasure @{Cluster='two';Kind='Cluster';Name='two'}
         ZoneMeasure=P EcsTools.Capacity.ClusterMeasure @{Cluster='two';Kind='Zone';Name='us-east-1a';Zone='us-east-1a'}
         InstanceMeasure=P EcsTools.Capacity.ClusterMeasure @{Cluster='two';Kind='Instance';Name='2';ContainerInstanceArn="${A}:container-instance/two/00000000000000000000000000000002"}
         PlacementFit=P EcsTools.Local.PlacementFit @{Cluster='two';TaskDefinition='web:1';Name='two'}
         ServiceForecast=P EcsTools.Local.ServiceForecast @{Cluster='two';Service='web';Steps=[EcsTools.Local.ForecastStep[]]@();Zones=[Collections.Generic.Dictionary[string,int]]::new()}
         CommandCheck=P EcsTools.Sessions.CommandCheck @{Task="${A}:task/two/00000000000000000000000000000001";Container='web';Check='Agent';Passed=$true}
         CommandResult=P EcsTools.Sessions.CommandResult @{Task="${A}:task/two/00000000000000000000000000000001";Container='web';Command='ls';ExitCode=1}
         LogLine=P EcsTools.Logs.LogLine @{Task="${A}:task/two/00000000000000000000000000000001";Container='web';Message='m'}
         ContainerDefinition=O ContainerDefinition @{Name='web';Image='i'}
         Process=(Get-Process -Id $PID)
         File=(Get-Item $PSHOME)
         Date=(Get-Date)
         Hashtable=@{ServiceName='web'}
        }
        """;

    private const string Pipe = """
        $extra = @{ Status = 'DRAINING'; Command = 'x'; Scale = 50; HookId = 'h'; TagKey = 'k'; Setting = @{ name = 'containerInsights'; value = 'enabled' }; With = 'web:2'; InfrastructureRoleArn = 'arn:aws:iam::1:role/x'; Value = 'v'; ContainerName = 'web'; ProtectionEnabled = $true }
        $cmdlets = Get-Command -Module EcsTools -CommandType Cmdlet | Where-Object { $_.ImplementingType.GetProperty('EndpointUrl') -and $_.Name -notmatch '^(Wait|Test|Undo)-|Context|Local|^Register-Ecs(Daemon)?TaskDefinition$' } | Sort-Object Noun, Verb
        function ConvertTo-Form($Value, $Form) {
            switch ($Form) {
                'select' { $Value | Select-Object *, @{ n = 'Calculated'; e = { 1 } } }
                'json' { $Value | ConvertTo-Json -Depth 8 | ConvertFrom-Json }
                'csv' { $Value | ConvertTo-Csv | ConvertFrom-Csv }
                'clixml' { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Value, 3)) }
                default { $Value }
            }
        }
        $http = [Net.Http.HttpClient]::new()
        function Invoke-Pairs($Form) {
            foreach ($kind in $samples.Keys) {
                $value = if ($Form -eq 'native') { $samples[$kind] } else { ConvertTo-Form $samples[$kind] $Form }
                foreach ($cmdlet in $cmdlets) {
                    if ($only.Count -and -not $only.Contains("$kind|$($cmdlet.Name)")) { continue }
                    $more = @{}
                    foreach ($name in $extra.Keys) {
                        $uses = $cmdlet.Parameters[$name].Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory -and $_.ParameterSetName -eq '__AllParameterSets' }
                        if ($uses) { $more[$name] = $extra[$name] }
                    }
                    $mark = [Net.Http.HttpRequestMessage]::new('POST', $url)
                    $mark.Headers.Add('x-amz-target', 'Test.Next')
                    $null = $http.Send($mark)
                    $said = @()
                    $whole = $value
                    if ($Form -eq 'list') { $whole = [Collections.Generic.List[object]]::new(); $whole.Add($value) }
                    try { $null = $(if ($Form -eq 'list') { , $whole } else { $whole }) | & $cmdlet @more -ErrorVariable said -ErrorAction SilentlyContinue -WarningAction SilentlyContinue 2>$null } catch { $said = @($_) }
                    $errors = @($said | Where-Object { $_ -is [Management.Automation.ErrorRecord] -and $_.FullyQualifiedErrorId -notmatch '^(UnexpectedError|MISSING),' })
                    $ids = ($errors | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' } | Select-Object -Unique) -join ' '
                    [Console]::Out.WriteLine(($kind, $cmdlet.Name, $ids, ("$($errors -join ' ')" -replace '[\r\n]+', ' ')) -join [char]1)
                }
            }
        }
        """;
}

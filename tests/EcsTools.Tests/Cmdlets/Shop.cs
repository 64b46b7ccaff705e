namespace EcsTools.Tests.Cmdlets;

/// <summary>A prompt on a local ECS of its own with a cluster, instances in three zones and a task definition: what most tests begin with.</summary>
internal static class Shop
{
    public static EcsPrompt Open(int instances = 3, System.Management.Automation.Host.PSHost? host = null, TimeSpan lag = default)
    {
        var prompt = new EcsPrompt(host);
        prompt.Run($$"""
            $null = Start-EcsLocal -ManualClock -ConsistencyDelay {{lag}}
            Set-EcsContext -Cluster shop
            $null = New-EcsCluster shop
            function Add-Instance([int] $Number) {
                Register-EcsContainerInstance -TotalResource @(
                    @{ name = 'CPU'; type = 'INTEGER'; integerValue = 4096 }
                    @{ name = 'MEMORY'; type = 'INTEGER'; integerValue = 8192 }
                ) -Attribute @{ name = 'ecs.availability-zone'; value = 'us-east-1' + 'abc'[$Number % 3] }
            }
            foreach ($number in @(1..{{instances}})) { if ({{instances}} -gt 0) { $null = Add-Instance $number } }
            $null = Register-EcsTaskDefinition web -TaskRoleArn arn:aws:iam::123456789012:role/web -ContainerDefinition @{ name = 'web'; image = 'nginx'; cpu = 64; memory = 64 }
            """).Clean();
        return prompt;
    }
}

using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>An empty argument is an error. Only an omitted parameter means "all" or "the session's".</summary>
public sealed class GivenArgumentTests
{
    /// <summary>Every parameter of every cmdlet with every kind of empty value. A parameter for which the value has a meaning declares it.</summary>
    private const string TryAll = """
        $empties = [ordered]@{ null = { , $null }; text = { ' ' }; list = { , @() }; 'list of text' = { , @('x', '') } }
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters + 'First', 'Skip'
        $session = 'Region', 'ProfileName', 'AccessKey', 'SecretKey', 'SessionToken', 'EndpointUrl', 'InputObject', 'ProfileLocation', 'Credential' # every cmdlet has them from one class
        $ConfirmPreference = 'None'
        foreach ($cmdlet in Get-Command -Module EcsTools -CommandType Cmdlet) {
            $mandatory = $cmdlet.Parameters.Values.Where{ $_.ParameterSets.Values.IsMandatory -contains $true }
            foreach ($parameter in $cmdlet.Parameters.Values.Where{ $_.Name -notin $common -and -not $_.SwitchParameter -and ($_.Name -notin $session -or $cmdlet.Name -in 'Get-EcsService', 'Set-EcsContext') }) {
                $set = @($parameter.ParameterSets.Keys)[0]
                foreach ($kind in $empties.Keys) {
                    $value = & $empties[$kind]
                    $allowed = @($parameter.Attributes.Where{ $_ -is [Management.Automation.AllowNullAttribute] -or $_ -is [Management.Automation.AllowEmptyStringAttribute] -or $_ -is [Management.Automation.AllowEmptyCollectionAttribute] })
                    if ($parameter.Name -eq 'Command' -and $kind -eq 'list of text') { continue } # an argument can be empty
                    $isMandatory = $parameter.Attributes.Where{ $_ -is [Parameter] -and $_.Mandatory }.Count -gt 0 # PowerShell's own attributes only keep its own text away
                    if ($parameter.Attributes.Where{ $_.GetType().Name -eq 'MayBeEmptyAttribute' }) { continue }
                    if ($allowed -and -not $isMandatory -and ($kind -notlike 'list of*' -or $parameter.ParameterType.GetElementType() -ne [string])) { continue }
                    $given = @{ $parameter.Name = $value }
                    foreach ($other in $mandatory) {
                        $in = @($other.ParameterSets.Keys.Where{ $set -eq '__AllParameterSets' -or $_ -in $set, '__AllParameterSets' })[0]
                        if ($other.Name -eq $parameter.Name -or -not $in -or -not $other.ParameterSets[$in].IsMandatory) { continue }
                        $given[$other.Name] = if ($other.SwitchParameter) { $true } elseif ($other.ParameterType -in [int], [Nullable[int]]) { 1 } elseif ($other.ParameterType -eq [timespan]) { 1 } elseif ($other.ParameterType.Name -like '*Tag*') { @{ a = 'b' } } else { 'x' }
                    }

                    try { $e = $null; $output = & $cmdlet @given -ErrorAction SilentlyContinue -ErrorVariable e 3>$null; $ended = @($e)[0] }
                    catch { $output = $null; $ended = $_ }
                    if ($null -ne $output) { "$($cmdlet.Name) -$($parameter.Name) with an empty $kind`: taken ($output)" }
                    elseif ($isMandatory -and $kind -ne 'list of text' -and -not $parameter.ParameterType.IsValueType -and "$ended" -like 'Cannot bind argument*') { "$($cmdlet.Name) -$($parameter.Name) with an empty $kind`: $ended" }
                    elseif ($ended.FullyQualifiedErrorId -notmatch '^(ParameterArgumentValidationError|ParameterArgumentTransformationError|ParameterBindingFailed|CannotConvertArgument|NamedParameterNotFound|AmbiguousParameterSet)') { "$($cmdlet.Name) -$($parameter.Name) with an empty $kind`: $ended" }
                }
            }
        }
        """;

    [Fact]
    public void No_cmdlet_takes_an_empty_argument_for_one_that_was_left_out()
    {
        using var prompt = Shop.Open();
        var taken = string.Join(Environment.NewLine, prompt.Run(TryAll).Output);
        Assert.True(taken.Length == 0, taken);
    }

    [Theory]
    [InlineData("Get-EcsTask -ServiceName $unset", "ServiceName", "To get all, omit the parameter.")]
    [InlineData("Get-EcsService @()", "Service", "To get all, omit the parameter.")]
    [InlineData("Get-EcsService web, $unset", "Service", "has an item that is null or empty")]
    [InlineData("Get-EcsTaskDefinition -FamilyPrefix $unset", "FamilyPrefix", "omit the parameter.")]
    [InlineData("Get-EcsService web -Cluster $unset", "Cluster", "To use the session's setting, omit the parameter.")]
    [InlineData("Get-EcsService web -Region $unset", "Region", "To use the session's setting, omit the parameter.")]
    [InlineData("Get-EcsService web -ProfileName ''", "ProfileName", "To use the session's setting")]
    [InlineData("Get-EcsService web -EndpointUrl $null", "EndpointUrl", "To use the session's setting")]
    [InlineData("$given = @{ Service = $null }; Get-EcsService @given", "Service", "is null")]
    [InlineData("Get-EcsTask (Get-EcsTask -Family nosuch).TaskArn | Stop-EcsTask", "Task", "To get all")]
    [InlineData("Update-EcsService web -DesiredCount $unset", "DesiredCount", "Specify a value, or omit the parameter.")]
    [InlineData("Update-EcsService web -DesiredCount ''", "DesiredCount", "is null")]
    [InlineData("Update-EcsService web -TaskDefinition $unset", "TaskDefinition", "Specify a value, or omit the parameter.")]
    [InlineData("Set-EcsContext -Cluster $unset", "Cluster", "is null")]
    [InlineData("Remove-EcsService $unset", "Service", "is null")]
    [InlineData("Remove-EcsService ''", "Service", "is null or empty")]
    [InlineData("Remove-EcsService @()", "Service", "is an empty list")]
    [InlineData("Update-EcsService web -Image @()", "Image", "is empty")]
    [InlineData("Update-EcsService web -Command @()", "Command", "is empty")]
    [InlineData("Get-EcsTask -First ''", "First", "To get all, omit the parameter.")]
    [InlineData("Compare-EcsTaskDefinition web -With @()", "With", "is an empty list")]
    public void The_error_names_the_parameter_and_says_what_to_do(string script, string parameter, string text)
    {
        using var prompt = Running();
        var said = prompt.Run(script);
        var error = said.Error();
        Assert.StartsWith("ParameterArgumentValidationError,EcsTools.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith($"The value of -{parameter} ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(said.Output);
        Assert.Equal(2, Assert.Single(prompt.Run("Get-EcsService web").All<Service>()).RunningCount);
    }

    /// <summary>Every parameter that has an effect only with another one, on every cmdlet.</summary>
    [Fact]
    public void A_parameter_without_the_one_that_it_needs_is_an_error()
    {
        using var prompt = Shop.Open(instances: 0);
        var said = prompt.Run("""
            $ConfirmPreference = 'None'
            foreach ($cmdlet in Get-Command -Module EcsTools -CommandType Cmdlet) {
                if ($cmdlet.Parameters.Wait -and $cmdlet.Parameters.Timeout -and -not $cmdlet.Parameters.Timeout.Attributes.Where{ $_.GetType().Name -eq 'RequiresAttribute' }) { "$cmdlet -Timeout" }
                foreach ($parameter in $cmdlet.Parameters.Values) {
                    $needs = $parameter.Attributes.Where{ $_.GetType().Name -eq 'RequiresAttribute' }[0]
                    if (-not $needs) { continue }
                    $given = @{ $parameter.Name = if ($parameter.SwitchParameter) { $true } else { 5 } }
                    foreach ($other in $cmdlet.Parameters.Values) {
                        if (@($other.ParameterSets.Keys.Where{ $_ -in '__AllParameterSets', $cmdlet.DefaultParameterSet -and $other.ParameterSets[$_].IsMandatory })) { $given[$other.Name] = if ($other.SwitchParameter) { $true } elseif ($other.ParameterType.Name -like '*Tag*') { @{ a = 'b' } } elseif ($other.ParameterType.Name -like '*Configuration') { @{} } else { '1' } }
                    }
                    try { & $cmdlet @given -ErrorAction Stop; "$cmdlet -$($parameter.Name)" } catch { if ("$_" -ne "-$($parameter.Name) has no effect without -$($needs.Parameter).") { "$cmdlet -$($parameter.Name): $_" } }
                }
            }
            """).Output.Select(line => $"{line}").ToList();
        Assert.True(said.Count == 0, string.Join("\n", said));
    }

    [Theory]
    [InlineData("Update-EcsService web -DesiredCount 2 -Wait:$false -Timeout 5")]
    [InlineData("$PSDefaultParameterValues = @{ '*-Ecs*:Timeout' = 30 }; Update-EcsService web -DesiredCount 2")]
    public void What_a_script_passes_on_and_a_default_of_the_session_need_not_have_an_effect(string script)
    {
        using var prompt = Running();
        Assert.Single(prompt.Run(script).All<Service>());
    }

    [Theory]
    [InlineData("Start-EcsTask web -ClientToken x -ContainerInstance (Get-EcsContainerInstance).ContainerInstanceArn", "ClientToken")]
    [InlineData("Start-EcsTask web -Count 2 -ContainerInstance (Get-EcsContainerInstance).ContainerInstanceArn", "Count")]
    [InlineData("[pscustomobject]@{ TaskDefinition = 'web'; Count = 2; ContainerInstance = (Get-EcsContainerInstance).ContainerInstanceArn } | Start-EcsTask", "Count")]
    [InlineData("Get-EcsTask (Get-EcsTask).TaskArn -Family other", "Family")]
    [InlineData("Get-EcsService web -LaunchType FARGATE", "LaunchType")]
    public void What_ECS_would_not_look_at_is_an_error(string script, string parameter)
    {
        using var prompt = Running();
        var said = prompt.Run(script);
        Assert.Empty(said.Output);
        Assert.All(said.Errors, error => Assert.StartsWith($"-{parameter} ", error.ToString(), StringComparison.Ordinal));
        Assert.StartsWith("ParameterIgnored,", said.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_change_sets_can_be_set_to_nothing()
    {
        using var prompt = Running();
        prompt.Run("Stop-EcsTask (Get-EcsTask)[0].TaskArn -Reason ''; Update-EcsService web -LoadBalancer @() -PlacementConstraint @() | Out-Null; Start-EcsTask web -Tag @() | Out-Null; New-EcsCluster two -Tag $null | Out-Null").Clean();
    }

    [Fact]
    public void A_null_in_the_pipeline_is_an_error_and_the_others_are_processed()
    {
        using var prompt = Running();
        foreach (var empty in (string[])["$null", "''", "' '"])
        {
            var said = prompt.Run($"{empty}, 'web' | Get-EcsService");
            Assert.Contains("is null or empty", said.Error().ToString(), StringComparison.Ordinal);
            Assert.Equal("web", Assert.Single(said.Output.Select(o => ((Service)o.BaseObject).ServiceName)));
        }

        Assert.Single(prompt.Run("$null | Stop-EcsTask").Errors);
        Assert.Equal(2, prompt.Run("Get-EcsTask").All<EcsTask>().Count);
    }

    [Theory]
    [InlineData("@() | Get-EcsTask")]
    [InlineData("@() | Get-EcsService | Remove-EcsService -Force")]
    [InlineData("Get-EcsService nosuch* | Get-EcsTask | Stop-EcsTask")]
    [InlineData("@() | Get-EcsAttribute")]
    [InlineData("@() | Measure-EcsCluster")]
    public void An_empty_result_means_that_nothing_is_to_be_done(string script)
    {
        using var prompt = Running();
        Assert.Empty(prompt.Run(script + " -Verbose").All<object>());
        Assert.Equal(2, prompt.Run("Get-EcsTask").All<EcsTask>().Count);
    }

    private static EcsPrompt Running()
    {
        var prompt = Shop.Open(instances: 1);
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        return prompt;
    }
}

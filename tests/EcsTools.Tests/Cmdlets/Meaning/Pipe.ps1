# Pipes each sample into each cmdlet, in each form, and writes a line about each. The requests of a run go to a path of its own, by which the local ECS tells them apart.

# What the object does not say, and the cmdlet must know: for each parameter, for a cmdlet, for a pair.
$parameters = @{
    Status = 'DRAINING'; Command = 'x'; Scale = 50; HookId = 'h'; TagKey = 'k'; Setting = @{ name = 'containerInsights'; value = 'enabled' }; With = 'other:1'
    InfrastructureRoleArn = $role; Value = 'enabled'; ContainerName = 'web'; Port = 80; ProtectionEnabled = $true; DefaultCapacityProviderStrategy = 'FARGATE'; Tag = @{ k = 'v' }
}
$provider = 'arn:aws:ecs:us-east-1:123456789012:capacity-provider/mi-two'
$special = @{
    'New-EcsService' = @{ ServiceName = 'new' }
    'New-EcsDaemon' = @{ DaemonName = 'new'; CapacityProviderArn = $provider }
    'Update-EcsDaemon' = @{ DaemonTaskDefinitionArn = 'arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/idle:1'; CapacityProviderArn = $provider }
    'Show-EcsCluster' = @{ NoBrowser = $true }
    'TagOfService|Add-EcsTag' = @{}
    'TagOfInstance|Add-EcsTag' = @{}
    'Cluster|New-EcsService' = @{ ServiceName = 'new'; TaskDefinition = 'web' }
    'Cluster|Start-EcsTask' = @{ TaskDefinition = 'web' }
    'ContainerInstance|Start-EcsTask' = @{ TaskDefinition = 'web' }
    'ContainerInstance|Set-EcsAttribute' = @{ Name = 'rack'; Value = 'r9' }
    'ContainerInstance|Remove-EcsAttribute' = @{ Name = 'rack' }
    'ExternalService|New-EcsTaskSet' = @{ TaskDefinition = 'web' }
    'TaskDefinition|New-EcsTaskSet' = @{ Service = 'ext' }
    'TaskDefinitionFamily|Unregister-EcsTaskDefinition' = @{ Keep = 1 }
    'CapacityProvider|Set-EcsClusterCapacityProvider' = @{ Cluster = 'one'; DefaultCapacityProviderStrategy = 'FARGATE' }
}
$cmdlets = Get-Command -Module EcsTools -CommandType Cmdlet | Where-Object { $_.ImplementingType.GetProperty('EndpointUrl') -and $_.Noun -notmatch 'Context|Local' } | Sort-Object Noun, Verb

function Get-Extra($Cmdlet) {
    $more = $special[$Cmdlet.Name] ?? @{}
    foreach ($name in $parameters.Keys) {
        if ($Cmdlet.Parameters[$name].Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory -and $_.ParameterSetName -eq '__AllParameterSets' }) { $more[$name] = $parameters[$name] }
    }
    if ($Cmdlet.Verb -eq 'Wait') { $more.Timeout = 0 }
    $more
}

# A class of another library with the same properties, as AWS.Tools has them.
function ConvertTo-Foreign($Value) {
    $name = $Value.GetType().Name
    if (-not ("Amazon.ECS.Model.$name" -as [type])) {
        $properties = $Value.GetType().GetProperties().Where({ $_.CanWrite }).ForEach({ "public object $($_.Name) { get; set; }" }) -join ' '
        Add-Type "namespace Amazon.ECS.Model { public class $name { $properties } }"
    }
    $copy = New-Object "Amazon.ECS.Model.$name"
    foreach ($property in $Value.GetType().GetProperties().Where({ $_.CanWrite })) { $copy.($property.Name) = $Value.($property.Name) }
    $copy
}

function ConvertTo-Form($Value, $Form) {
    switch ($Form) {
        'select' { $Value | Select-Object *, @{ n = 'Calculated'; e = { 1 } } }
        'json' { $Value | ConvertTo-Json -Depth 12 | ConvertFrom-Json }
        'csv' { $Value | ConvertTo-Csv | ConvertFrom-Csv }
        'clixml' { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Value)) }
        'foreign' { ConvertTo-Foreign $Value }
        'list' { , [Collections.Generic.List[object]]@($Value) }
        'array' { , @($Value) }
        'variable' { $null = Write-Output $Value -OutVariable kept; , $kept }
        'group' { , (@($Value) | Group-Object { 1 }).Group }
        'where' { , @($Value).Where({ $true }) }
        default { $Value }
    }
}

function Get-Name($Output) {
    $value = $Output.PSObject.BaseObject
    switch ($value.GetType().Name) {
        'Task' { $value.TaskArn }
        'ProtectedTask' { "protection of $($value.TaskArn)" }
        'Tag' { "tag $($value.Key) of $($value.ResourceArn)" }
        'Attribute' { "$($value.Name) of $($value.TargetId)" }
        'DaemonDetail' { $value.DaemonArn }
        'ClusterMeasure' { "measure $($value.Kind) of $($value.Cluster)" }
        'PlacementFit' { "$($value.TaskDefinition) on $($value.Cluster)" }
        'ServiceForecast' { "forecast of $($value.Service) in $($value.Cluster)" }
        'ECSExpressGatewayService' { $value.ServiceArn }
        'UpdatedExpressGatewayService' { $value.ServiceArn }
        'TaskDefinitionFinding' { "finding in $($value.TaskDefinition)" }
        'TaskDefinitionFamily' { "family $($value.Family)" }
        'GatewayClusterAssociationSummary' { "$($value.GatewayArn) with $($value.ClusterArn)" }
        default { $value."${_}Arn" ?? $_ }
    }
}

$run = @{ Number = 0 }
function Invoke-Pair($Kind, $Cmdlet, $Form, $Value, $More) {
    $number = ++$run.Number
    $env:AWS_ENDPOINT_URL = "$url$number/" # of all services: nothing is asked of AWS
    $said = @()
    try {
        $given = @($(if ($Form -eq 'argument') { & $Cmdlet $Value @More -ErrorVariable said -ErrorAction SilentlyContinue } else { , $Value | & $Cmdlet @More -ErrorVariable said -ErrorAction SilentlyContinue }))
    }
    catch { $said = @($_); $given = @() }
    if ($Cmdlet.Name -eq 'Show-EcsCluster') { Hide-EcsCluster }
    $errors = @($said.Where({ $_ -is [Management.Automation.ErrorRecord] }))
    $names = $given.ForEach({ Get-Name $_ }) -join "`u{3}"
    $ids = ($errors.ForEach({ $_.FullyQualifiedErrorId -replace ',.*' }) | Select-Object -Unique) -join ' '
    $texts = ($errors.ForEach({ "$_ >> $($_.ErrorDetails.RecommendedAction)" }) | Select-Object -Unique) -join ' ## '
    [Console]::Out.WriteLine(("`u{1}$number", $Kind, $Cmdlet.Name, $Form, $names, $ids, ($texts -replace '\s+', ' ')) -join "`u{1}")
    $errors.Count -gt 0
}

function Invoke-Pairs($Samples) {
    $ProgressPreference = $WarningPreference = 'SilentlyContinue'
    $copies = 'select', 'json', 'csv', 'clixml', 'foreign'
    $lists = 'list', 'array', 'variable', 'group', 'where'
    $extras = @{}
    foreach ($cmdlet in $cmdlets) { $extras[$cmdlet.Name] = Get-Extra $cmdlet }
    foreach ($kind in $Samples.Keys) {
        $ours = $Samples[$kind].GetType().FullName -like 'EcsTools.*' ? $copies : @()
        $all = @($ours) + $lists
        $forms = @{}
        foreach ($form in $all) { $forms[$form] = ConvertTo-Form $Samples[$kind] $form }
        foreach ($cmdlet in $cmdlets) {
            $turn = ([int[]][char[]]"$kind$($cmdlet.Name)" | Measure-Object -Sum).Sum # of the pair alone: a new cmdlet changes no other pair
            $more = $special["$kind|$($cmdlet.Name)"] ?? $extras[$cmdlet.Name]
            $isRefused = Invoke-Pair $kind $cmdlet native $Samples[$kind] $more
            # What means something is tried in all copies and one list, what is refused in one of all: the next in turn.
            $tried = $isRefused ? $all[$turn % $all.Count] : @($ours) + $lists[$turn % $lists.Count]
            foreach ($form in $tried) { $null = Invoke-Pair $kind $cmdlet $form $forms[$form] $more }
        }
    }
}

# The types that a cmdlet returns and no sample is of. Answers that can't be piped on are no kinds.
function Get-Untried($Samples) {
    $known = @($Samples.Values.ForEach({ $_.GetType().Name })) + 'Void', 'Uri', 'String', 'Boolean', 'EcsContext', 'EcsLocal', 'ApiBehavior', 'CommandBehavior', 'InstanceBehavior', 'TaskBehavior', 'DiscoverPollEndpointResponse', 'ExecuteCommandResponse', 'CommandResult', 'CommandCheck', 'PortForwarding', 'ServiceDifference', 'ServiceFinding', 'TaskDefinitionDifference', 'TaskDefinitionFinding', 'GatewayResources', 'UpdatedExpressGatewayService'
    $null = (Get-Command Test-EcsPlacement).OutputType.Type
    (Get-Command -Module EcsTools -CommandType Cmdlet).ForEach({ $_.OutputType.Type.Name }) | Sort-Object -Unique | Where-Object { $_ -notin $known }
}

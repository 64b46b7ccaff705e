# The build puts the names of the cmdlets in their place: one for each file Commands/<Noun>/<VerbNoun>Command.cs.
# Lists are written without @(), which costs the import more: each of its lines is a statement to compile and run.
@{
    RootModule           = 'bin/EcsTools.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '0b6f0c7e-5c1c-4a3e-9a51-6c3c6d3f4b8e'
    Author               = 'the EcsTools authors'
    CompanyName          = 'EcsTools'
    Copyright            = '(c) the EcsTools authors. Apache License 2.0.'
    Description          = 'Amazon ECS from PowerShell: a cmdlet for every operation, waits that report the real result, and a local ECS for rehearsals and tests.'
    CompatiblePSEditions = 'Core'
    PowerShellVersion    = '7.4'
    FormatsToProcess     = 'EcsTools.format.ps1xml'
    CmdletsToExport      = '(the cmdlets)'
    FunctionsToExport    = @()
    AliasesToExport      =
        'Add-ECSResourceTag',
        'Get-ECSAttributeList',
        'Get-ECSClusterList',
        'Get-ECSClusterService',
        'Get-ECSContainerInstanceList',
        'Get-ECSDaemonDeploymentList',
        'Get-ECSDaemonList',
        'Get-ECSDaemonTaskDefinitionList',
        'Get-ECSGatewayClusterAssociationList',
        'Get-ECSGatewayList',
        'Get-ECSGatewayRouteList',
        'Get-ECSServiceDeploymentList',
        'Get-ECSServicesByNamespace',
        'Get-ECSTagsForResource',
        'Get-ECSTaskDefinitionFamilyList',
        'Get-ECSTaskDefinitionList',
        'Get-ECSTaskList',
        'New-ECSTask',
        'Remove-ECSResourceTag',
        'Update-ECSContainerInstancesState',
        'Write-ECSAccountSetting',
        'Write-ECSAccountSettingDefault',
        'Write-ECSAttribute',
        'Write-ECSClusterCapacityProvider'
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = 'AWS', 'ECS', 'Fargate', 'Containers', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}

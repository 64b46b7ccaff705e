@{
    RootModule           = 'bin/EcsTools.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '0b6f0c7e-5c1c-4a3e-9a51-6c3c6d3f4b8e'
    Author               = 'the EcsTools authors'
    CompanyName          = 'EcsTools'
    Copyright            = '(c) the EcsTools authors. Apache License 2.0.'
    Description          = 'Runs Amazon ECS from PowerShell: every operation as a cmdlet, waits that tell the truth, and a local ECS to rehearse on.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('EcsTools.format.ps1xml')
    TypesToProcess       = @('EcsTools.types.ps1xml')
    CmdletsToExport      = @(
        'Get-EcsCluster'
        'Get-EcsContainerInstance'
        'Get-EcsContext'
        'Get-EcsLocal'
        'Get-EcsService'
        'Get-EcsServiceDeployment'
        'Get-EcsServiceRevision'
        'Get-EcsTask'
        'Get-EcsTaskDefinition'
        'Get-EcsTaskDefinitionFamily'
        'Get-EcsTaskProtection'
        'Get-EcsTaskSet'
        'Invoke-EcsCommand'
        'New-EcsCluster'
        'New-EcsService'
        'New-EcsTaskSet'
        'Register-EcsContainerInstance'
        'Register-EcsTaskDefinition'
        'Remove-EcsCluster'
        'Remove-EcsService'
        'Remove-EcsTaskDefinition'
        'Remove-EcsTaskSet'
        'Resume-EcsServiceDeployment'
        'Set-EcsContext'
        'Start-EcsLocal'
        'Start-EcsTask'
        'Step-EcsLocal'
        'Stop-EcsLocal'
        'Stop-EcsServiceDeployment'
        'Stop-EcsTask'
        'Unregister-EcsContainerInstance'
        'Unregister-EcsTaskDefinition'
        'Update-EcsContainerInstanceState'
        'Update-EcsService'
        'Update-EcsServicePrimaryTaskSet'
        'Update-EcsTaskProtection'
        'Update-EcsTaskSet'
        'Wait-EcsService'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'ECS', 'Fargate', 'Containers', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}

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
        'Add-EcsTag'
        'Get-EcsAccountSetting'
        'Get-EcsAttribute'
        'Get-EcsCapacityProvider'
        'Get-EcsCluster'
        'Get-EcsContainerInstance'
        'Get-EcsContext'
        'Get-EcsLocal'
        'Get-EcsPollEndpoint'
        'Get-EcsService'
        'Get-EcsTag'
        'Get-EcsTask'
        'Get-EcsTaskDefinition'
        'New-EcsCapacityProvider'
        'New-EcsCluster'
        'New-EcsService'
        'Register-EcsContainerInstance'
        'Register-EcsTaskDefinition'
        'Remove-EcsAccountSetting'
        'Remove-EcsAttribute'
        'Remove-EcsCapacityProvider'
        'Remove-EcsCluster'
        'Remove-EcsService'
        'Remove-EcsTag'
        'Set-EcsAccountSetting'
        'Set-EcsAccountSettingDefault'
        'Set-EcsAttribute'
        'Set-EcsClusterCapacityProvider'
        'Set-EcsContext'
        'Start-EcsLocal'
        'Start-EcsTask'
        'Step-EcsLocal'
        'Stop-EcsLocal'
        'Stop-EcsTask'
        'Submit-EcsAttachmentStateChange'
        'Submit-EcsContainerStateChange'
        'Submit-EcsTaskStateChange'
        'Unregister-EcsContainerInstance'
        'Unregister-EcsTaskDefinition'
        'Update-EcsCapacityProvider'
        'Update-EcsCluster'
        'Update-EcsClusterSetting'
        'Update-EcsContainerAgent'
        'Update-EcsContainerInstanceState'
        'Update-EcsService'
        'Wait-EcsService'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @(
        'Add-ECSResourceTag'
        'Get-ECSTagsForResource'
        'New-ECSTask'
        'Remove-ECSResourceTag'
        'Update-ECSContainerInstancesState'
        'Write-ECSAccountSetting'
        'Write-ECSAccountSettingDefault'
        'Write-ECSAttribute'
        'Write-ECSClusterCapacityProvider'
    )
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'ECS', 'Fargate', 'Containers', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}

BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Tags, settings and sessions' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'tag what comes along the pipeline' {
        Get-EcsService | Add-EcsTag -Tag @{ team = 'shop' }
        (Get-EcsService worker | Get-EcsTag).Value | Should -Be 'shop'
        Get-EcsService | Remove-EcsTag -TagKey team -Confirm:$false
        Get-EcsService | Get-EcsTag | Should -BeNullOrEmpty
    }

    It 'set what the account does by default' {
        $null = Set-EcsAccountSettingDefault containerInsights -Value enabled
        (Get-EcsAccountSetting containerInsights -EffectiveSettings).Value | Should -Be 'enabled'
    }

    It 'begin a session in a container only where that was enabled' {
        { Get-EcsTask -ServiceName web -First 1 | Invoke-EcsCommand -Command /bin/sh -ErrorAction Stop } | Should -Throw '*not enabled*'
    }

    It 'keep a session''s region and cluster until the local ECS ends' {
        (Get-EcsContext).Cluster | Should -Be 'shop'
        Stop-EcsLocal
        (Get-EcsContext).Cluster | Should -BeNullOrEmpty
    }
}

BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'The local ECS' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'lets nothing happen until time is moved' {
        $null = Update-EcsService web -DesiredCount 5
        (Get-EcsService web).RunningCount | Should -Be 3
        (Step-EcsLocal).IsSettled | Should -BeTrue
        (Get-EcsService web).RunningCount | Should -Be 5
    }

    It 'is saved, and gone on with' {
        Export-EcsLocal "$TestDrive/shop.json"
        Get-EcsService | Remove-EcsService -Force -Confirm:$false
        Stop-EcsLocal
        $null = Start-EcsLocal -ManualClock -Path "$TestDrive/shop.json"
        (Get-EcsService -Cluster shop).Name | Should -Be 'web', 'worker'
    }

    It 'makes the same run of the same calls' {
        $ids = Get-EcsTask | ForEach-Object Id
        Stop-EcsLocal
        & "$PSScriptRoot/../../docs/examples/shop.ps1"
        (Get-EcsTask).Id | Should -Be $ids
    }

    It 'goes wrong where it is told to, and right again' {
        $null = Set-EcsLocalBehavior -Operation ListServices -ErrorCode AccessDeniedException
        { Get-EcsService -ErrorAction Stop } | Should -Throw -ErrorId 'AccessDeniedException*'
        (Get-EcsLocalBehavior).AppliedCount | Should -Be 1
        Remove-EcsLocalBehavior
        Get-EcsService | Should -HaveCount 2
    }
}

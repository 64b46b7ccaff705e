BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Tasks' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'are run to their end' {
        $null = Set-EcsLocalBehavior -Family worker -ExitAfter 90 -Count 1
        $task = Start-EcsTask worker -Wait
        $task.Containers[0].ExitCode | Should -Be 0
        ($task.StoppedAt - $task.StartedAt).TotalSeconds | Should -BeGreaterOrEqual 90
    }

    It 'are an error when they fail' {
        $null = Set-EcsLocalBehavior -Family worker -ExitAfter 5 -ExitCode 3 -Count 1
        { Start-EcsTask worker -Wait -ErrorAction Stop } | Should -Throw '*exited with 3*'
    }

    It 'are waited for until they run' {
        (Start-EcsTask worker -Count 2 | Wait-EcsTask -Status RUNNING).LastStatus | Should -Be 'RUNNING', 'RUNNING'
    }

    It 'find no room, and say what is lacking' {
        $huge = @{ containerOverrides = @(@{ name = 'worker'; cpu = 4000 }) }
        { Start-EcsTask worker -Overrides $huge -ErrorAction Stop } | Should -Throw -ErrorId 'RESOURCE:CPU*'
    }

    It 'are replaced by their service when somebody stops them' {
        Get-EcsTask -ServiceName web -First 1 | Stop-EcsTask -Reason 'answers nothing' -Wait
        $null = Wait-EcsService web
        Get-EcsTask -ServiceName web | Should -HaveCount 3
    }

    It 'are kept by protection' {
        $null = Get-EcsTask -ServiceName web | Update-EcsTaskProtection -ProtectionEnabled
        $null = Update-EcsService web -DesiredCount 1
        $null = Step-EcsLocal 00:05:00
        Get-EcsTask -ServiceName web | Should -HaveCount 3
        (Get-EcsTaskProtection -ServiceName web).ProtectionEnabled | Should -Not -Contain $false
    }

    It 'are missing by an error of their own' {
        { Get-EcsTask 0123456789abcdef0123456789abcdef -ErrorAction Stop } | Should -Throw -ErrorId 'MISSING*'
    }
}

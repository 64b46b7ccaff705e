# docs/examples/run-in-all.ps1 on a local ECS, whose containers do what their behaviors say.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $run = "$PSScriptRoot/../../docs/examples/run-in-all.ps1"
    & "$PSScriptRoot/../../docs/examples/shop.ps1"
    $null = Update-EcsService web -EnableExecuteCommand -ForceNewDeployment -Wait
}

AfterAll { Stop-EcsLocal }

Describe 'run-in-all.ps1' {
    AfterEach { Remove-EcsLocalBehavior }

    It 'runs the command in every task' {
        $null = Set-EcsLocalBehavior -Service web -Command 'cache flush' -CommandOutput 'flushed'
        $lines = @(& $run web 'cache flush')
        $lines.Count | Should -Be 3
        $lines | Should -BeLike '*: exit code 0 flushed'
    }

    It 'fails if the command fails, and says how' {
        $null = Set-EcsLocalBehavior -Service web -Command 'cache flush' -CommandOutput 'no server' -CommandExitCode 1
        { & $run web 'cache flush' } | Should -Throw '*failed in 3 of 3 tasks of web*exited with 1: no server*'
    }

    It 'fails if there is no task' {
        $null = Update-EcsService worker -DesiredCount 0 -Wait
        { & $run worker 'cache flush' } | Should -Throw 'Service worker has no task.'
    }
}

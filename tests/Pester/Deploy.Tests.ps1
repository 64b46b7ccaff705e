# docs/examples/deploy.ps1, rehearsed on the shop of docs/examples/shop.ps1: a manual clock, three instances, three tasks of web.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $examples = "$PSScriptRoot/../../docs/examples"
}

Describe 'deploy.ps1' {
    BeforeEach { & "$examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'runs the new image in every task' {
        & "$examples/deploy.ps1" web shop/web:2.0
        (Get-EcsTask -ServiceName web).Containers.Image | Should -Be 'shop/web:2.0', 'shop/web:2.0', 'shop/web:2.0'
    }

    It 'fails, and leaves the old tasks alone, when the image is missing' {
        $breaker = @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } }
        Update-EcsService web -DeploymentConfiguration $breaker
        Set-EcsLocalBehavior -Image shop/web:2.0 -PullError 'manifest unknown'
        { & "$examples/deploy.ps1" web shop/web:2.0 } | Should -Throw -ErrorId 'DeploymentRolledBack*'
        (Get-EcsService web | Wait-EcsService).RunningCount | Should -Be 3
        Get-EcsTask -ServiceName web | ForEach-Object { $_.Containers.Image } | Should -Not -Contain 'shop/web:2.0'
    }

    It 'gets along with an API that throttles' {
        Set-EcsLocalBehavior -Operation * -Throttle -Probability 0.2
        { & "$examples/deploy.ps1" web shop/web:2.0 } | Should -Not -Throw
    }
}

# Two ways to test docs/examples/deploy.ps1: with mocks, and on a local ECS that is started once.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $deploy = "$PSScriptRoot/../../docs/examples/deploy.ps1"
}

Describe 'deploy.ps1 with mocks' {
    BeforeAll {
        Mock Get-EcsService { [EcsTools.Model.Service] @{ TaskDefinition = 'web:1' } }
        Mock Get-EcsTaskDefinition {
            [EcsTools.Model.TaskDefinition] @{
                Family               = 'web'
                ContainerDefinitions = @(@{ Name = 'web'; Image = 'shop/web:1.0' })
            }
        }
        Mock Register-EcsTaskDefinition { 'web:2' }
        Mock Update-EcsService
        & $deploy web shop/web:2.0
    }

    It 'registers the new image' {
        Should -Invoke Register-EcsTaskDefinition -Scope Describe -Times 1 -Exactly -ParameterFilter {
            $Definition.ContainerDefinitions.Image -eq 'shop/web:2.0'
        }
    }

    It 'deploys the new revision, and waits' {
        Should -Invoke Update-EcsService -Scope Describe -Times 1 -Exactly -ParameterFilter {
            $Service -eq 'web' -and $TaskDefinition -eq 'web:2' -and $Wait
        }
    }
}

Describe 'deploy.ps1 on a local ECS' {
    BeforeAll { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterAll { Stop-EcsLocal }

    It 'runs the new image in every task' {
        & $deploy web shop/web:2.0
        (Get-EcsTask -ServiceName web).Containers.Image | Should -Be 'shop/web:2.0', 'shop/web:2.0', 'shop/web:2.0'
    }

    It 'fails if the service does not exist' {
        { & $deploy api shop/api:2.0 } | Should -Throw -ErrorId 'MISSING*'
    }
}

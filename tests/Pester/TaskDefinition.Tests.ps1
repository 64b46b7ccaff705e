BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Task definitions' {
    BeforeEach { $null = Start-EcsLocal -ManualClock }
    AfterEach { Stop-EcsLocal }

    It 'are registered from hashtables' {
        $web = @{ name = 'web'; image = 'nginx'; memory = 128; portMappings = @(@{ containerPort = 80 }) }
        (Register-EcsTaskDefinition web -ContainerDefinition $web).ContainerDefinitions[0].PortMappings[0].ContainerPort | Should -Be 80
    }

    It 'are registered from a file of the AWS CLI' {
        (Register-EcsTaskDefinition -CliInputJson "$PSScriptRoot/../../docs/examples/web.json").Revision | Should -Be 1
    }

    It 'are registered anew from an older revision' {
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:1'; memory = 128 }
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx:2'; memory = 128 }
        (Get-EcsTaskDefinition web:1 | Register-EcsTaskDefinition).ContainerDefinitions[0].Image | Should -Be 'nginx:1'
    }

    It 'say where a word is wrong, and what was meant' {
        { Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; imagee = 'nginx' } } | Should -Throw '*containerDefinitions*imagee*image*'
    }

    It 'are deregistered, then deleted' {
        $null = Register-EcsTaskDefinition web -ContainerDefinition @{ name = 'web'; image = 'nginx'; memory = 128 }
        Unregister-EcsTaskDefinition web:1 -Confirm:$false
        Get-EcsTaskDefinition -Status INACTIVE | Remove-EcsTaskDefinition -Confirm:$false -Wait
        Get-EcsTaskDefinitionFamily -Status ACTIVE | Should -BeNullOrEmpty
    }
}

BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Container instances' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'are empty when their drain has been waited for' {
        $drained = Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING -Wait
        $drained.RunningTasksCount | Should -Be 0
        (Get-EcsService).RunningCount | Should -Be 3, 2
    }

    It 'are found by the cluster query language' {
        Get-EcsContainerInstance -Filter 'attribute:ecs.availability-zone in [us-east-1a, us-east-1b]' | Should -HaveCount 2
    }

    It 'have attributes that placement goes by' {
        $null = Get-EcsContainerInstance -First 1 | Set-EcsAttribute rack r1
        $here = @{ type = 'memberOf'; expression = 'attribute:rack == r1' }
        $task = Start-EcsTask worker -PlacementConstraint $here
        $task.ContainerInstanceArn | Should -Be (Get-EcsAttribute rack).TargetId
    }

    It 'update their agents' {
        (Get-EcsContainerInstance | Update-EcsContainerAgent -Wait).AgentUpdateStatus | Should -Be 'UPDATED', 'UPDATED', 'UPDATED'
    }

    It 'may vanish, and services go on elsewhere' {
        $null = Get-EcsContainerInstance -First 1 | Set-EcsLocalBehavior -Event Terminated -After 5
        $null = Step-EcsLocal
        Get-EcsContainerInstance | Should -HaveCount 2
        (Get-EcsService web).RunningCount | Should -Be 3
    }

    It 'leave the cluster by force' {
        Get-EcsContainerInstance | Unregister-EcsContainerInstance -Force -Confirm:$false
        Get-EcsContainerInstance | Should -BeNullOrEmpty
    }
}

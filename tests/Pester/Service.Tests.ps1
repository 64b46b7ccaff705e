BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Services' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'are made, and run when the wait is over' {
        (New-EcsService api -TaskDefinition worker -DesiredCount 2 -Wait).RunningCount | Should -Be 2
    }

    It 'are scaled in a pipeline' {
        $null = Get-EcsService w* | Update-EcsService -DesiredCount 4 -Wait
        (Get-EcsService).RunningCount | Should -Be 4, 4
    }

    It 'keep their minimum in a rolling update' {
        $null = Update-EcsService web -TaskDefinition web:2 -DeploymentConfiguration @{ minimumHealthyPercent = 50; maximumPercent = 150 }
        while (-not (Get-EcsLocal).IsSettled) {
            $null = Step-EcsLocal 00:00:01
            (Get-EcsService web).RunningCount | Should -BeGreaterOrEqual 2
        }
        (Get-EcsService web).TaskDefinition | Should -BeLike '*/web:2'
    }

    It 'change nothing with -WhatIf' {
        Get-EcsService | Update-EcsService -DesiredCount 0 -WhatIf
        (Get-EcsService).DesiredCount | Should -Be 3, 2
    }

    It 'go back when their deployment is stopped' {
        $null = Update-EcsService web -TaskDefinition web:2
        $null = Step-EcsLocal 00:00:02
        (Get-EcsService web | Stop-EcsServiceDeployment -Wait -PassThru).Status | Should -Be 'ROLLBACK_SUCCESSFUL'
        $deployment = Get-EcsServiceDeployment web -First 1
        (Get-EcsServiceRevision $deployment.TargetServiceRevision.Arn).TaskDefinition | Should -BeLike '*/web:2'
        (Get-EcsServiceRevision $deployment.SourceServiceRevisions.Arn).TaskDefinition | Should -BeLike '*/web:1'
        (Get-EcsService web).TaskDefinition | Should -BeLike '*/web:1'
    }

    It 'pause where a hook says so, and are resumed' {
        $green = @{ strategy = 'BLUE_GREEN'; lifecycleHooks = @(@{ targetType = 'PAUSE'; lifecycleStages = @('POST_SCALE_UP') }) }
        $null = Update-EcsService web -TaskDefinition web:2 -DeploymentConfiguration $green
        $null = Step-EcsLocal 00:01:00
        (Get-EcsTask -ServiceName web) | Should -HaveCount 6
        $deployment = Get-EcsServiceDeployment web -First 1
        ($deployment | Resume-EcsServiceDeployment -HookId $deployment.LifecycleHookDetails[0].HookId -Wait -PassThru).Status | Should -Be 'SUCCESSFUL'
    }

    It 'are deployed by task sets of one''s own' {
        $front = New-EcsService front -DesiredCount 2 -DeploymentController @{ type = 'EXTERNAL' }
        $blue = $front | New-EcsTaskSet -TaskDefinition web:1 -LaunchType EC2 -Scale 100 -Wait
        ($blue | Update-EcsTaskSet -Scale 50 -Wait).RunningCount | Should -Be 1
    }

    It 'are not removed by accident, but by force' {
        { Remove-EcsService web -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidParameterException*'
        (Remove-EcsService web -Force -Confirm:$false -Wait -PassThru).Status | Should -Be 'INACTIVE'
    }
}

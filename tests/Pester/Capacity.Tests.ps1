BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $role = 'arn:aws:iam::123456789012:role/ecsInfrastructure'
}

Describe 'Capacity providers, daemons and gateways' {
    BeforeEach { & "$PSScriptRoot/../../docs/examples/shop.ps1" }
    AfterEach { Stop-EcsLocal }

    It 'provide capacity from a group' {
        $group = 'arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/shop'
        $null = New-EcsCapacityProvider group -AutoScalingGroupProvider @{ autoScalingGroupArn = $group } -Wait
        $null = Set-EcsClusterCapacityProvider shop -CapacityProvider group -DefaultCapacityProviderStrategy @() -Wait
        { Remove-EcsCapacityProvider group -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'DELETE_FAILED*'
        (Get-EcsCluster shop).CapacityProviders | Should -Be 'group'
    }

    It 'run a daemon on managed instances' {
        $template = @{
            ec2InstanceProfileArn = 'arn:aws:iam::123456789012:instance-profile/ecsInstance'
            networkConfiguration = @{ subnets = @('subnet-1') }
        }
        $managed = New-EcsCapacityProvider managed -ManagedInstancesProvider @{ infrastructureRoleArn = $role; instanceLaunchTemplate = $template } -Wait
        $logs = Register-EcsDaemonTaskDefinition logs -ContainerDefinition @{ name = 'logs'; image = 'shop/logs:1.0'; memory = 64 }
        $null = $logs | New-EcsDaemon logs -CapacityProviderArn $managed.CapacityProviderArn -Wait
        (Get-EcsDaemon logs | Wait-EcsDaemonDeployment).Status | Should -Be 'SUCCESSFUL'
        Get-EcsDaemon | Remove-EcsDaemon -Confirm:$false -Wait
        Get-EcsDaemon | Should -BeNullOrEmpty
    }

    It 'open a cluster to a gateway' {
        $null = New-EcsGateway front -InfrastructureRoleArn $role -Configuration @{ hostSharedAlb = @{} } -Wait
        (Add-EcsGatewayCluster front -Wait).Status | Should -Be 'ACTIVE'
        (Remove-EcsGatewayCluster front -Confirm:$false -Wait -PassThru).Status | Should -Be 'INACTIVE'
    }

    It 'make a service of an image alone' {
        $blog = New-EcsExpressGatewayService blog -InfrastructureRoleArn $role -ExecutionRoleArn $role -PrimaryContainer @{ image = 'shop/blog:1.0' } -Wait
        $blog.ActiveConfigurations.IngressPaths.Endpoint | Should -BeLike 'https://*'
        (Get-EcsExpressGatewayService blog | Remove-EcsExpressGatewayService -Confirm:$false -Wait -PassThru).Status.StatusCode | Should -Be 'INACTIVE'
    }
}

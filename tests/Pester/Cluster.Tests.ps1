BeforeAll { Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1" }

Describe 'Clusters' {
    BeforeEach { $null = Start-EcsLocal -ManualClock }
    AfterEach { Stop-EcsLocal }

    It 'are made, changed, found by wildcard and removed' {
        (New-EcsCluster shop -Tag @{ team = 'shop' }).Status | Should -Be 'ACTIVE'
        (Get-EcsCluster sh* | Update-EcsCluster -Setting @{ name = 'containerInsights'; value = 'enabled' }).Settings.Value | Should -Be 'enabled'
        Remove-EcsCluster shop -Confirm:$false
        Get-EcsCluster | Should -BeNullOrEmpty
    }

    It 'are not removed while something is in them' {
        $null = New-EcsCluster shop
        $null = Register-EcsContainerInstance -Cluster shop
        { Remove-EcsCluster shop -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'ClusterContainsContainerInstancesException*'
    }

    It 'are the session''s where none is named' {
        $null = New-EcsCluster shop
        Set-EcsContext -Cluster shop
        (Register-EcsContainerInstance).ClusterArn | Should -BeLike '*:cluster/shop'
    }

    It 'have capacity providers and a strategy' {
        $null = New-EcsCluster shop
        $spot = @{ capacityProvider = 'FARGATE_SPOT'; weight = 1 }
        $cluster = Set-EcsClusterCapacityProvider shop -CapacityProvider FARGATE, FARGATE_SPOT -DefaultCapacityProviderStrategy $spot -Wait
        $cluster.CapacityProviders | Should -Be 'FARGATE', 'FARGATE_SPOT'
    }

    It 'say which one is missing' {
        { Get-EcsService -Cluster nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'ClusterNotFoundException*'
    }
}

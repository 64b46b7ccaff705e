#Requires -Version 7.4
# The session in the README's picture: the statements of the end block, one at a time, as typed in this folder.
begin { Push-Location $PSScriptRoot }
end {
    ./shop.ps1
    Get-EcsContainerInstance -First 1 | Update-EcsContainerInstanceState -Status DRAINING -Wait
    Get-EcsService w* | Update-EcsService -DesiredCount 4 -WhatIf
    Start-EcsTask worker -Overrides @{ containerOverrides = @{ name = 'worker'; memroy = 512 } }
    Set-EcsLocalBehavior -Image shop/web:1.1 -PullError 'manifest unknown' | Out-Null
    $breaker = @{ deploymentCircuitBreaker = @{ enable = $true; rollback = $true } }
    Update-EcsService web -TaskDefinition web:2 -DeploymentConfiguration $breaker -Wait
    Wait-EcsService web
}
clean { Pop-Location }

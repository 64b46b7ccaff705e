BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $cmdlets = Get-Command -Module EcsTools -CommandType Cmdlet
}

Describe 'EcsTools' {
    It 'exports cmdlets, and aliases that AWS.Tools users type' {
        (Get-Module EcsTools).ExportedFunctions.Count | Should -Be 0
        $cmdlets.Count | Should -BeGreaterOrEqual 90
        (Get-Command New-ECSTask -CommandType Alias).Definition | Should -Be 'Start-EcsTask'
    }

    It 'names every cmdlet after a thing of ECS' {
        $cmdlets | Where-Object Noun -notlike 'Ecs?*' | Should -BeNullOrEmpty
    }

    It 'has verbs that PowerShell knows' {
        $approved = (Get-Verb).Verb
        $cmdlets | Where-Object { $_.Verb -notin $approved } | Should -BeNullOrEmpty
    }

    It 'helps with every cmdlet' {
        $cmdlets | Where-Object {
            $help = Get-Help $_.Name -Full
            -not $help.Synopsis.Trim() -or -not $help.description -or @($help.examples.example).Count -lt 2
        } | Should -BeNullOrEmpty
    }

    It 'has a topic on <topic>' -ForEach @(
        @{ topic = 'about_EcsTools' }
        @{ topic = 'about_EcsTools_Local' }
        @{ topic = 'about_EcsTools_Credentials' }
        @{ topic = 'about_EcsTools_Deployments' }
        @{ topic = 'about_EcsTools_Migration' }
    ) {
        "$(Get-Help $topic)" | Should -BeLike '*SHORT DESCRIPTION*'
    }

    It 'lets everything that changes something be tried with -WhatIf' {
        $cmdlets | Where-Object { $_.Verb -in 'New', 'Remove', 'Update', 'Register', 'Unregister' -and -not $_.Parameters.ContainsKey('WhatIf') } | Should -BeNullOrEmpty
    }
}

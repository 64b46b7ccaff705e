BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"
    $cmdlets = Get-Command -Module EcsTools -CommandType Cmdlet | ForEach-Object { @{ name = $_.Name } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/EcsTools/EcsTools.psd1"

    # The mandatory parameters of a cmdlet's default set, with values that need nothing of ECS.
    function Get-Mandatory([string] $Name) {
        $set = (Get-Command $Name).ParameterSets | Sort-Object IsDefault -Descending | Select-Object -First 1
        $given = @{}
        foreach ($parameter in $set.Parameters | Where-Object IsMandatory) {
            $type = $parameter.ParameterType
            $given[$parameter.Name] = if ($type -in [string], [string[]], [object], [object[]]) { 'web' } elseif ($type -eq [switch]) { $true } elseif ($type -eq [Nullable[int]]) { 1 } else { @{} }
        }
        $given
    }
}

Describe 'A mock' {
    It 'takes the place of <name>' -ForEach $cmdlets {
        $given = Get-Mandatory $name
        Mock $name { 'mocked' }
        & $name @given -Verbose | Should -Be 'mocked'
        Should -Invoke $name -Times 1 -Exactly -ParameterFilter { $PesterBoundParameters.Verbose }
    }
}

using EcsTools.Model;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DeleteServiceTests
{
    [Fact]
    public void A_service_with_no_running_tasks_and_a_desired_count_of_zero_is_deleted()
    {
        using var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 0 -Wait; Remove-EcsService web -Confirm:$false").Clean();
        prompt.Settle();
        Assert.Equal("INACTIVE", prompt.Service().Status);
    }

    [Fact]
    public void A_service_that_maintains_tasks_cannot_be_deleted_until_it_is_updated_to_zero()
    {
        using var prompt = Running();
        Assert.Contains("cannot be stopped while it is scaled above 0", prompt.Refused("Remove-EcsService web -Confirm:$false").Message, StringComparison.Ordinal);
        prompt.Run("Update-EcsService web -DesiredCount 0 -Wait; Remove-EcsService web -Confirm:$false").Clean();
    }

    [Fact]
    public void With_tasks_left_to_clean_up_it_is_DRAINING_and_no_longer_listed()
    {
        using var prompt = Running();
        Assert.Equal("DRAINING", prompt.Run("Remove-EcsService web -Force -PassThru -Confirm:$false").One<Service>().Status);
        Assert.Empty(prompt.Run("Get-EcsService").All<Service>());
    }

    [Fact]
    public void After_the_tasks_have_stopped_it_is_INACTIVE()
    {
        using var prompt = Running();
        prompt.Run("Remove-EcsService web -Force -Confirm:$false").Clean();
        prompt.Watch(() => Assert.Equal(prompt.Alive().Count > 0 ? "DRAINING" : "INACTIVE", prompt.Service().Status));
        Assert.Equal("INACTIVE", prompt.Service().Status);
    }

    [Fact]
    public void DRAINING_and_INACTIVE_services_can_still_be_described()
    {
        using var prompt = Running();
        prompt.Run("Remove-EcsService web -Force -Confirm:$false").Clean();
        Assert.Equal("DRAINING", prompt.Service().Status);
        prompt.Settle();
        Assert.Equal("INACTIVE", prompt.Service().Status);
    }

    [Fact]
    public void A_new_service_of_the_same_name_is_an_error_while_the_old_one_is_ACTIVE_or_DRAINING()
    {
        const string create = "New-EcsService web -TaskDefinition web -DesiredCount 1";
        using var prompt = Running();
        Assert.Equal("InvalidParameterException", prompt.Refused(create).Id);
        prompt.Run("Remove-EcsService web -Force -Confirm:$false").Clean();
        Assert.Contains("still Draining", prompt.Refused(create).Message, StringComparison.Ordinal);
        prompt.Settle();
        Assert.Equal("ACTIVE", prompt.Run(create).One<Service>().Status);
    }

    private static EcsPrompt Running()
    {
        var prompt = Shop.Open();
        prompt.Run("New-EcsService web -TaskDefinition web -DesiredCount 2 -Wait").Clean();
        return prompt;
    }
}

using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Trait;

public sealed class DescribeTasksTests
{
    [Fact]
    public void One_task_or_several_are_described()
    {
        using var prompt = Shop.Open();
        prompt.Run("$tasks = Start-EcsTask web -Count 3 -StartedBy me").Clean();
        Assert.Equal("me", Assert.Single(prompt.Tasks("$tasks[1].TaskArn")).StartedBy);
        Assert.Equal(3, prompt.Tasks("$tasks.TaskArn").Count);
    }
}
